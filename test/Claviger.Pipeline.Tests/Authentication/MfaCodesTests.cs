using System.Text;
using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class MfaCodesTests
{
    private const string Serial = "arn:aws:iam::123456789012:mfa/phone";
    private static readonly byte[] Seed = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, Encoding.ASCII.GetString(Totp.Code(Seed, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds)))));

    [Theory]
    [InlineData(-2, MfaAnswer.Wrong)]
    [InlineData(-1, MfaAnswer.Accepted)]
    [InlineData(0, MfaAnswer.Accepted)]
    [InlineData(1, MfaAnswer.Accepted)]
    [InlineData(2, MfaAnswer.Wrong)]
    public async Task A_code_is_good_in_its_half_minute_and_the_two_beside_it(int away, MfaAnswer expected)
    {
        await using var world = await World.CreateAsync();
        var (codes, user) = await AssignAsync(world);
        Assert.Equal(expected, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, away), world.Now));
    }

    [Fact]
    public async Task No_code_is_accepted_again_nor_an_older_one()
    {
        await using var world = await World.CreateAsync();
        var (codes, user) = await AssignAsync(world);
        Assert.Equal(MfaAnswer.Accepted, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 0), world.Now));
        Assert.Equal(MfaAnswer.Wrong, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 0), world.Now));
        Assert.Equal(MfaAnswer.Wrong, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, -1), world.Now));
        Assert.Equal(MfaAnswer.Wrong, await new MfaCodes(world.Store, world.Secrets).AcceptAsync(World.Account, user.Id, CodeAt(world, 0), world.Now));
        Assert.Equal(MfaAnswer.Accepted, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 1), world.Now));
    }

    [Fact]
    public async Task Who_has_no_device_is_asked_for_none_and_accepted_with_none()
    {
        await using var world = await World.CreateAsync();
        var (codes, user) = await AssignAsync(world);
        Assert.True(await codes.IsAskedForAsync(World.Account, user.Id));
        Assert.False(await codes.IsAskedForAsync(World.Account, userId: null));
        Assert.Equal(MfaAnswer.NoDevice, await codes.AcceptAsync(World.Account, userId: null, CodeAt(world, 0), world.Now));
        Assert.Equal(MfaAnswer.NoDevice, await codes.AcceptAsync(World.Account, user.Id, Serial + "2", CodeAt(world, 0), world.Now));
        Assert.Equal(MfaAnswer.Wrong, await codes.AcceptAsync(World.Account, user.Id, "", world.Now));
    }

    [Fact]
    public async Task The_eleventh_wrong_guess_in_a_row_costs_half_a_minute_and_each_further_one_twice_the_wait()
    {
        await using var world = await World.CreateAsync();
        var (codes, user) = await AssignAsync(world);
        for (var guess = 0; guess < 11; guess++)
        {
            await codes.AcceptAsync(World.Account, user.Id, "x", world.Now);
        }

        Assert.Equal(MfaAnswer.Wrong, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 0), world.Now));
        world.Time.Advance(TimeSpan.FromSeconds(30));
        await codes.AcceptAsync(World.Account, user.Id, "x", world.Now);
        world.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(MfaAnswer.Wrong, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 0), world.Now));
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(MfaAnswer.Accepted, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 0), world.Now));
        Assert.Equal(MfaAnswer.Accepted, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 1), world.Now));
    }

    [Fact]
    public async Task A_device_synchronized_minutes_off_is_asked_by_its_own_clock_or_ours()
    {
        await using var world = await World.CreateAsync();
        var (codes, user) = await AssignAsync(world);
        var synchronized = false;
        await world.WriteAsync(state => synchronized = codes.TrySynchronize(
            state, MfaDevices.Find(state, World.Account, Serial)!, CodeAt(world, -12), CodeAt(world, -11)));
        Assert.True(synchronized);
        Assert.Equal(MfaAnswer.Accepted, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, -10), world.Now));
        Assert.Equal(MfaAnswer.Accepted, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 0), world.Now));
        Assert.Equal(MfaAnswer.Wrong, await codes.AcceptAsync(World.Account, user.Id, CodeAt(world, 5), world.Now));
    }

    private static string CodeAt(World world, int away) => Encoding.ASCII.GetString(Totp.Code(Seed, Totp.StepOf(world.Now) + away));

    private static async Task<(MfaCodes Codes, UserRecord User)> AssignAsync(World world)
    {
        var user = await world.CreateUserAsync("bob");
        await world.WriteAsync(state => MfaDevices.Insert(state, new MfaDeviceRecord
        {
            Account = World.Account,
            SerialNumber = Serial,
            UserId = user.Id,
            Enabled = world.Now,
            SealedSeed = world.Secrets.Seal(SecretPurpose.VirtualMfaSeed, World.Account, Serial, Seed),
            Created = world.Now,
        }));
        return (new MfaCodes(world.Store, world.Secrets), user);
    }
}
