using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>Credentials beside keys and passwords come back as they were written, and refer to who has them.</summary>
public abstract class CredentialConformance(StoreUnderTest place) : StoreConformance(place)
{
    private static readonly TagSet Tags = TagSet.Of([new Tag("Team", "Ops"), new Tag("empty", "")]);

    [Fact]
    public async Task MFA_devices_come_back_as_written_and_are_found_by_whose_they_are()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        MfaDeviceRecord Device(string name) => new()
        {
            Account = Account, SerialNumber = $"arn:aws:iam::{Account}:mfa/{name}", SealedSeed = [1, 0, 255], Tags = Tags, Created = user.Created,
        };
        var users = Device("b") with { UserId = user.Id, Enabled = user.Created.AddDays(1) };
        var root = Device("a") with { Enabled = user.Created.AddDays(2) };
        var free = Device("C");
        await store.WriteAsync(Account, tx =>
        {
            foreach (var device in new[] { users, root, free })
            {
                MfaDevices.Insert(tx, device);
            }
        });

        using (var tx = store.OpenRead())
        {
            var read = MfaDevices.Find(tx, Account, users.SerialNumber)!;
            Assert.Equal(users.SealedSeed, read.SealedSeed);
            Assert.Equal(users with { SealedSeed = read.SealedSeed }, read);
            Assert.Null(MfaDevices.Find(tx, Account, users.SerialNumber.ToUpperInvariant()));
            Assert.Null(MfaDevices.Find(tx, Other, users.SerialNumber));
            Assert.True(MfaDevices.IsTaken(tx, free.SerialNumber.ToUpperInvariant()));
            Assert.Equal([users.SerialNumber], MfaDevices.Of(tx, Account, user.Id).Select(static it => it.SerialNumber));
            Assert.Equal([root.SerialNumber], MfaDevices.Of(tx, Account, null).Select(static it => it.SerialNumber));
            Assert.Equal([free.SerialNumber, root.SerialNumber], MfaDevices.Page(tx, Account, null, "", 2).Select(static it => it.SerialNumber));
            Assert.Equal([users.SerialNumber], MfaDevices.Page(tx, Account, true, root.SerialNumber, 2).Select(static it => it.SerialNumber));
            Assert.Equal([free.SerialNumber], MfaDevices.Page(tx, Account, false, "", 2).Select(static it => it.SerialNumber));
            Assert.Equal((3, 2, 0), (MfaDevices.Count(tx, Account), MfaDevices.CountInUse(tx, Account), MfaDevices.Count(tx, Other)));
        }

        await Assert.ThrowsAsync<StoreConflictException>(() => store.WriteAsync(Account, tx => MfaDevices.Insert(tx, Device("B"))));
        await Assert.ThrowsAsync<StoreConflictException>(() => store.WriteAsync(Account, tx => Users.Delete(tx, user)));
    }

    [Fact]
    public async Task A_code_is_used_once_and_stays_used_when_the_device_is_written_over()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        var device = new MfaDeviceRecord
        {
            Account = Account, SerialNumber = "arn:aws:iam::1:mfa/x", UserId = user.Id, Enabled = user.Created, SealedSeed = [1], Created = user.Created,
        };
        await store.WriteAsync(Account, tx => MfaDevices.Insert(tx, device));

        async Task<bool> UseAsync(MfaDeviceRecord seen, long step)
        {
            var isUsed = false;
            await store.AppendAsync(tx => isUsed = MfaDevices.TryUse(tx, seen, step, drift: 3));
            return isUsed;
        }

        Assert.Single(await Task.WhenAll(UseAsync(device, 7), UseAsync(device, 7), UseAsync(device, 7)), static it => it);
        await store.WriteAsync(Account, tx => MfaDevices.Update(tx, device with { Enabled = user.Created.AddDays(1), Tags = Tags }));
        var read = (await store.ReadAsync(tx => MfaDevices.Find(tx, Account, device.SerialNumber)))!;
        Assert.Equal((7, 3, Tags), (read.UsedStep, read.Drift, read.Tags));
        Assert.False(await UseAsync(read, 7));
        Assert.False(await UseAsync(device, 8));
        Assert.True(await UseAsync(read, 8));
    }
}
