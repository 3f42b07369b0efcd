using System.Security.Cryptography;
using Claviger.Policy;
using Claviger.Store.Conformance;

namespace Claviger.Store.Tests;

public sealed class SecretBoxTests : IAsyncLifetime
{
    private static readonly AccountId Account = AccountId.Parse("123456789012");
    private static readonly string MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly ManualTime time = new();
    private SqliteStore store = null!;
    private SealingKeys keys = null!;

    private static MasterKeySource Source => new() { DataFolder = "unused", Value = MasterKey };

    public async ValueTask InitializeAsync()
    {
        store = SqliteStore.OpenEphemeral(time);
        keys = await SealingKeys.OpenAsync(store, Source);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(5000)]
    public void What_was_sealed_is_opened(int length)
    {
        var secret = RandomNumberGenerator.GetBytes(length);
        var box = new SecretBox(keys).Seal(SecretPurpose.AccessKey, Account, "AKIA1", secret);

        Assert.Equal(secret, new SecretBox(keys).Open(SecretPurpose.AccessKey, Account, "AKIA1", box));
        Assert.Equal(-1, box.AsSpan().IndexOf(length > 8 ? secret : [.. secret, .. MasterKey.Select(static c => (byte)c)]));
    }

    [Fact]
    public void A_box_moved_to_another_purpose_account_or_record_does_not_open()
    {
        var secrets = new SecretBox(keys);
        var box = secrets.Seal(SecretPurpose.AccessKey, Account, "AKIA1", "secret"u8);

        Assert.ThrowsAny<CryptographicException>(() => secrets.Open(SecretPurpose.VirtualMfaSeed, Account, "AKIA1", box));
        Assert.ThrowsAny<CryptographicException>(() => secrets.Open(SecretPurpose.AccessKey, AccountId.Parse("123456789013"), "AKIA1", box));
        Assert.ThrowsAny<CryptographicException>(() => secrets.Open(SecretPurpose.AccessKey, Account, "AKIA2", box));
    }

    [Fact]
    public void A_box_with_any_bit_changed_or_cut_short_does_not_open()
    {
        var secrets = new SecretBox(keys);
        var box = secrets.Seal(SecretPurpose.AccessKey, Account, "AKIA1", "secret"u8);
        for (var bit = 0; bit < box.Length * 8; bit++)
        {
            var changed = box.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => secrets.Open(SecretPurpose.AccessKey, Account, "AKIA1", changed));
        }

        for (var length = 0; length < box.Length; length++)
        {
            Assert.ThrowsAny<CryptographicException>(() => secrets.Open(SecretPurpose.AccessKey, Account, "AKIA1", box.AsSpan(0, length)));
        }
    }

    [Fact]
    public async Task A_key_is_published_then_active_then_retired_and_what_it_sealed_opens_in_every_state()
    {
        var secrets = new SecretBox(keys);
        var first = keys.Active;
        var old = secrets.Seal(SecretPurpose.AccessKey, Account, "AKIA1", "secret"u8);
        Assert.False(await keys.MaintainAsync(time.GetUtcNow()));

        time.Advance(SealingKeys.ActiveFor);
        Assert.True(await keys.MaintainAsync(time.GetUtcNow()));
        Assert.False(await keys.MaintainAsync(time.GetUtcNow()));
        Assert.Equal(first.Id, keys.Active.Id);

        time.Advance(SealingKeys.PublishedFor);
        Assert.True(await keys.MaintainAsync(time.GetUtcNow()));
        Assert.NotEqual(first.Id, keys.Active.Id);
        Assert.False(await keys.MaintainAsync(time.GetUtcNow()));

        Assert.Equal("secret"u8.ToArray(), secrets.Open(SecretPurpose.AccessKey, Account, "AKIA1", old));
        var fresh = secrets.Seal(SecretPurpose.AccessKey, Account, "AKIA1", "secret"u8);
        Assert.False(old.AsSpan(1, 4).SequenceEqual(fresh.AsSpan(1, 4)));
        Assert.Equal("secret"u8.ToArray(), new SecretBox(await SealingKeys.OpenAsync(store, Source)).Open(SecretPurpose.AccessKey, Account, "AKIA1", fresh));
    }

    [Fact]
    public async Task The_ring_does_not_open_under_another_master_key()
    {
        var other = new MasterKeySource { DataFolder = "unused", Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };

        await Assert.ThrowsAsync<MasterKeyException>(() => SealingKeys.OpenAsync(store, other));
    }

    [Fact]
    public void Each_purpose_has_a_key_of_its_own() => Assert.Distinct(
        new[] { "session-token", "access-key", "virtual-mfa-seed" }.Select(purpose => Convert.ToHexString(keys.Active.Derive(purpose))));
}
