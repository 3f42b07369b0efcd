using System.Security.Cryptography;

namespace Claviger.Store.Tests;

public sealed class MasterKeySourceTests : IDisposable
{
    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"claviger-{RandomNumberGenerator.GetHexString(16)}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_file_made_at_the_first_start_is_its_owners_alone_and_is_used_from_then_on()
    {
        var first = InFolder().Load(mayCreate: true);

        var mode = File.GetUnixFileMode(Path.Combine(folder, "master.key"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        Assert.Single(Directory.GetFiles(folder));
        AssertSame(first, InFolder().Load(mayCreate: false));
    }

    [Fact]
    public void A_file_that_others_can_read_is_refused()
    {
        InFolder().Load(mayCreate: true);
        File.SetUnixFileMode(Path.Combine(folder, "master.key"), UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Throws<MasterKeyException>(() => InFolder().Load(mayCreate: false));
    }

    [Fact]
    public void No_file_is_made_where_keys_are_wrapped_under_one_that_is_gone()
    {
        Directory.CreateDirectory(folder);

        Assert.Throws<MasterKeyException>(() => InFolder().Load(mayCreate: false));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void Value_file_and_command_give_the_same_key()
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "given");
        File.WriteAllText(file, Key + "\n");
        var value = Given("CLAVIGER_MASTER_KEY", Key);

        AssertSame(value, Given("CLAVIGER_MASTER_KEY_FILE", file));
        AssertSame(value, Given("CLAVIGER_MASTER_KEY_COMMAND", $"cat '{file}'"));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("CLAVIGER_MASTER_KEY", "not base64")]
    [InlineData("CLAVIGER_MASTER_KEY", "c2hvcnQ=")]
    [InlineData("CLAVIGER_MASTER_KEY_FILE", "/nonexistent/key")]
    [InlineData("CLAVIGER_MASTER_KEY_COMMAND", "echo c2hvcnQ=; exit 3")]
    public void A_source_that_gives_no_key_is_refused_without_repeating_what_it_gave(string variable, string value)
    {
        var error = Assert.Throws<MasterKeyException>(() => Given(variable, value));

        Assert.DoesNotContain("c2hvcnQ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not base64", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(MasterKey one, MasterKey other) => Assert.Equal("secret"u8.ToArray(), other.Unwrap("id", one.Wrap("id", "secret"u8)));

    private MasterKeySource InFolder() => new() { DataFolder = folder };

    private MasterKey Given(string variable, string value) =>
        MasterKeySource.FromEnvironment(folder, name => name == variable ? value : null).Load(mayCreate: false);
}
