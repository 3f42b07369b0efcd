using System.Runtime.Versioning;
using Claviger.Store.Conformance;
using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Tests;

/// <summary>The files of a SQLite store: whose they are, and what happens when something is wrong with them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqliteFileTests : IAsyncDisposable
{
    private readonly SqliteUnderTest place = new();

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Fact]
    public async Task Files_and_folder_are_for_their_owner_alone()
    {
        var folder = Path.Combine(place.Folder, "data");
        await using var store = SqliteStore.Open(folder, place.Time);
        await store.CreateAccountAsync(Account);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        string[] files = Directory.GetFiles(folder);
        Assert.Contains(Path.Combine(folder, "claviger.db-wal"), files);
        Assert.All(files, static file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_second_process_is_refused()
    {
        await place.OpenWithAccountsAsync();

        Assert.Throws<StoreInUseException>(() => SqliteStore.Open(place.Folder, place.Time));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(4096)]
    public async Task A_torn_database_is_reported_and_left_as_it_is(int length)
    {
        await WriteAndCloseAsync();
        using (var file = File.OpenWrite(place.Database))
        {
            file.SetLength(length);
        }

        var before = await File.ReadAllBytesAsync(place.Database, TestContext.Current.CancellationToken);
        Assert.Throws<StoreCorruptException>(place.Open);
        Assert.Equal(before, await File.ReadAllBytesAsync(place.Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_reported_and_left_as_it_is()
    {
        await File.WriteAllTextAsync(place.Database, new string('x', 10_000), TestContext.Current.CancellationToken);

        Assert.Throws<StoreCorruptException>(place.Open);
        Assert.Equal(10_000, new FileInfo(place.Database).Length);
    }

    [Fact]
    public void A_database_of_another_program_is_reported_and_left_as_it_is()
    {
        using (File.Create(place.Database))
        {
            // SQLite makes a database of an empty file.
        }

        place.Execute("CREATE TABLE theirs (id INTEGER)");

        Assert.Throws<StoreCorruptException>(place.Open);
        place.Execute("SELECT id FROM theirs");
    }

    [Fact]
    public async Task A_log_without_its_database_is_reported_and_kept()
    {
        await WriteAndCloseAsync();
        File.Delete(place.Database);
        await File.WriteAllTextAsync(place.Database + "-wal", "acknowledged writes", TestContext.Current.CancellationToken);

        Assert.Throws<StoreCorruptException>(place.Open);
        Assert.False(File.Exists(place.Database));
        Assert.True(File.Exists(place.Database + "-wal"));
    }

    [Fact]
    public async Task Damage_within_the_file_is_found_and_makes_writes_stop()
    {
        await WriteAndCloseAsync();
        DamageUsers();

        var store = (SqliteStore)place.Open();
        Assert.NotEmpty(store.FindDamage());
        await Assert.ThrowsAsync<StoreCorruptException>(async () => await store.ReadAsync(static tx => Users.Page(tx, Account, "/", "", 1000)));
        await Assert.ThrowsAsync<StoreReadOnlyException>(() => store.CreateUserAsync("new"));
        Assert.True(store.IsReadOnly);
    }

    [Fact]
    public async Task A_creation_that_was_cut_short_is_begun_anew()
    {
        await File.WriteAllTextAsync(place.Database + ".new", "half", TestContext.Current.CancellationToken);

        await place.OpenWithAccountsAsync();

        Assert.False(File.Exists(place.Database + ".new"));
    }

    [Fact]
    public async Task An_ephemeral_store_leaves_nothing_behind()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "claviger-*");
        var store = SqliteStore.OpenEphemeral(TimeProvider.System);
        await store.CreateAccountAsync(Account);
        var made = Directory.GetDirectories(Path.GetTempPath(), "claviger-*").Except(before).Where(static it => File.Exists(Path.Combine(it, "claviger.db")));
        var mine = made.ToArray();
        await store.DisposeAsync();

        Assert.NotEmpty(mine);
        Assert.Contains(mine, static it => !Directory.Exists(it));
    }

    [Fact]
    public async Task The_log_is_moved_into_the_database_while_writes_go_on()
    {
        var store = await place.OpenWithAccountsAsync();
        var document = new string('x', 100_000);
        var role = Samples.Role("app");
        await store.WriteAsync(Account, tx => Roles.Insert(tx, role), TestContext.Current.CancellationToken);
        var deadline = Environment.TickCount64 + 30_000;
        var before = new FileInfo(place.Database).Length;
        for (var i = 0; new FileInfo(place.Database).Length == before; i++)
        {
            Assert.True(Environment.TickCount64 < deadline, "No checkpoint was made.");
            var policy = new InlinePolicyRecord { Account = Account, EntityId = role.Id, Name = $"p{i}", Document = document };
            await store.WriteAsync(Account, tx => InlinePolicies.Put(tx, policy), TestContext.Current.CancellationToken);
        }

        Assert.Empty(((SqliteStore)store).FindDamage());
    }

    [Fact]
    public async Task Every_table_with_an_account_is_emptied_with_it()
    {
        var store = await place.OpenWithAccountsAsync();
        var tables = await store.ReadAsync(static tx => tx.Many(
            new Sql("SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'account_id' WHERE t.type = 'table'"),
            static row => row.Text(0)));

        Assert.Equal(tables.Except(["changes"]).Order(StringComparer.Ordinal), Emptying.Tables.Order(StringComparer.Ordinal));
    }

    // Overwrites every page but the first that holds a user.
    private void DamageUsers()
    {
        var bytes = File.ReadAllBytes(place.Database);
        for (var page = 4096; page < bytes.Length; page += 4096)
        {
            var span = bytes.AsSpan(page, 4096);
            if (span.IndexOf("AIDA"u8) >= 0)
            {
                span.Fill(0x5A);
            }
        }

        File.WriteAllBytes(place.Database, bytes);
    }

    private async Task WriteAndCloseAsync()
    {
        var store = await place.OpenWithAccountsAsync();
        for (var i = 0; i < 600; i++)
        {
            await store.CreateUserAsync($"user{i}");
        }

        await store.DisposeAsync();
    }
}
