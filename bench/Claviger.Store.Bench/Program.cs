using System.Diagnostics;
using System.Runtime.Versioning;
using Claviger.Policy;
using Claviger.Store;
using Claviger.Store.Bench;
using Claviger.Store.Conformance;
using Npgsql;

// PostgreSQL's server is started by a shell.
[assembly: UnsupportedOSPlatform("windows")]

// Measures what the store promises: dotnet run -c Release --project bench/Claviger.Store.Bench
// Processor time (this process's alone) is given too, for machines that have other things to do.
const int Users_ = 20_000;
var account = AccountId.Parse("111122223333");

var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
try
{
    await MeasureAsync("SQLite", () => SqliteStore.Open(folder, TimeProvider.System));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

if (PostgresCluster.IsInstalled)
{
    var database = PostgresCluster.Shared.CreateDatabase();
    await MeasureAsync("PostgreSQL (its fsync is off here)", () => PostgresStore.Open(database, TimeProvider.System), () => Analyze(database));
}

return;

async Task MeasureAsync(string name, Func<IStore> open, Action? beforeReads = null)
{
    Console.WriteLine(name);
    var clock = Stopwatch.StartNew();
    var store = open();
    Console.WriteLine($"  first start, tables made:        {clock.Elapsed.TotalMilliseconds,10:N1} ms");
    await store.CreateAccountAsync(account);
    await store.DisposeAsync();
    clock.Restart();
    store = open();
    Console.WriteLine($"  next start, nothing to migrate:  {clock.Elapsed.TotalMilliseconds,10:N1} ms");

    var user = await store.CreateUserAsync("first");
    await WarmUpAsync(store);
    Rate("one write a commit", 500, await TimeAsync(500, async i => await store.CreateUserAsync($"single{i}")));
    Rate("batched writes, 1,024 at a time", Users_, await TimeConcurrentlyAsync(1_024, i => store.CreateUserAsync($"batched{i}")));
    beforeReads?.Invoke();
    Micros("point read, a snapshot each", 50_000, await TimeAsync(50_000, _ =>
    {
        using var tx = store.OpenRead();
        Users.ById(tx, account, user.Id);
        return Task.CompletedTask;
    }));
    using (var tx = store.OpenRead())
    {
        Users.ById(tx, account, user.Id);
        Micros("point read within a snapshot", 50_000, await TimeAsync(50_000, _ =>
        {
            Users.ById(tx, account, user.Id);
            return Task.CompletedTask;
        }));
        Micros("page of 100 users", 500, await TimeAsync(500, _ =>
        {
            Users.Page(tx, account, "/", "", 100);
            return Task.CompletedTask;
        }));
        Micros("count of all users", 200, await TimeAsync(200, _ =>
        {
            Users.Count(tx, account);
            return Task.CompletedTask;
        }));
    }

    Console.WriteLine($"  ({await store.ReadAsync(tx => Users.Count(tx, account)):N0} users)");
    await store.DisposeAsync();
}

// As the server does by itself after a while.
static void Analyze(string database)
{
    using var connection = new NpgsqlConnection(database);
    connection.Open();
    using var command = new NpgsqlCommand("ANALYZE", connection);
    command.ExecuteNonQuery();
}

static async Task WarmUpAsync(IStore store)
{
    for (var i = 0; i < 300; i++)
    {
        await store.CreateUserAsync($"warm{i}");
    }
}

static async Task<Measured> TimeAsync(int count, Func<int, Task> run)
{
    for (var i = 0; i < count / 10; i++)
    {
        await run(-1 - i);
    }

    var measured = Measured.Begin();
    for (var i = 0; i < count; i++)
    {
        await run(i);
    }

    return measured.End();
}

static async Task<Measured> TimeConcurrentlyAsync(int atOnce, Func<int, Task> run)
{
    var next = -1;
    var measured = Measured.Begin();
    await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
    {
        for (var i = Interlocked.Increment(ref next); i < Users_; i = Interlocked.Increment(ref next))
        {
            await run(i);
        }
    }));
    return measured.End();
}

static void Rate(string what, int count, Measured time) => Console.WriteLine(
    $"  {what + ":",-33}{count / time.Elapsed.TotalSeconds,10:N0} /s   {time.Processor.TotalMicroseconds / count,10:N1} µs of processor each");

static void Micros(string what, int count, Measured time) => Console.WriteLine(
    $"  {what + ":",-33}{time.Elapsed.TotalMicroseconds / count,10:N2} µs   {time.Processor.TotalMicroseconds / count,10:N2} µs of processor");
