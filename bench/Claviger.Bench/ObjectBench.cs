using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Bench;

/// <summary>S3: small objects against the bare framework, large ones against a file, listings of few keys and of many.</summary>
internal static class ObjectBench
{
    private const string Bucket = "bench";
    private const int Few = 10_000;
    private const int AtATime = 5_000;
    private const long Large = 64L * 1024 * 1024;
    private const long Huge = 5L * 1024 * 1024 * 1024;
    private const int Repeats = 9;

    /// <summary>Prints the table.</summary>
    public static async Task RunAsync(string program, TimeSpan duration, int many)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
        try
        {
            await (await ServerUnderTest.StartAsync(program, folder)).DisposeAsync();
            await FillAsync(folder, "few", Few);
            await FillAsync(folder, "many", many);
            await using var bare = await ChildServer.StartAsync(Environment.ProcessPath!, ["bare"]);
            await using var server = await ServerUnderTest.StartAsync(program, folder);
            var s3 = new PresignedObjects(server);
            using var http = new HttpClient();
            await PutAsync(http, s3, "", 0);
            await PutAsync(http, s3, "/small", 500);

            Table.Head("S3: objects of 500 bytes, 64 keep-alive connections");
            var form = new SignedRequests(bare.Endpoint, ServerUnderTest.RootKeyId, ServerUnderTest.RootSecret).Make("iam", $"Padding={new string('x', 190)}");
            var baseline = await ThroughputBench.MeasureAsync(bare, duration, _ => form);
            Table.Row("bare endpoint: 200-byte form, 500 bytes of XML", baseline.Load, baseline.Cpu, baseline.Load.Rate);
            var get = s3.Bytes("GET", $"/{Bucket}/small");
            var gets = await ThroughputBench.MeasureAsync(server, duration, _ => get);
            Table.Row("GetObject", gets.Load, gets.Cpu, baseline.Load.Rate, "wanted: 0.35");
            await ServerUnderTest.CallAsync(server, "iam", "Action=CreateUser&Version=2010-05-08&UserName=bench");
            var user = new SignedRequests(server.Endpoint, ServerUnderTest.RootKeyId, ServerUnderTest.RootSecret)
                .Make("iam", "Action=GetUser&Version=2010-05-08&UserName=bench");
            var users = await ThroughputBench.MeasureAsync(server, duration, _ => user);
            Table.Row("GetUser, for comparison", users.Load, users.Cpu, baseline.Load.Rate);
            var tags = s3.Bytes("GET", $"/{Bucket}/small?tagging=");
            var taggings = await ThroughputBench.MeasureAsync(server, duration, _ => tags);
            Table.Row("GetObjectTagging, which opens no file", taggings.Load, taggings.Cpu, baseline.Load.Rate);

            await CompareLargeAsync(http, s3, folder);
            await CompareListingsAsync(http, s3, many);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Puts and gets one object of 5 GiB, and prints the most memory that the server took.</summary>
    public static async Task RunHugeAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
        try
        {
            await using var server = await ServerUnderTest.StartAsync(program, folder);
            var s3 = new PresignedObjects(server);
            using var http = new HttpClient { Timeout = TimeSpan.FromHours(1) };
            await PutAsync(http, s3, "", 0);
            var put = await TimeAsync(() => PutAsync(http, s3, "/huge", Huge));
            var get = await TimeAsync(() => GetAsync(http, s3, $"/{Bucket}/huge"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"S3: 5 GiB in {put:F1} s in ({Huge / 1e6 / put:F0} MB/s), {get:F1} s out ({Huge / 1e6 / get:F0} MB/s); most memory of the server {server.MostMemory / 1e6:F0} MB  wanted: under 300 MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareLargeAsync(HttpClient http, PresignedObjects s3, string folder)
    {
        Console.WriteLine();
        Console.WriteLine($"S3: 64 MiB, the median of {Repeats}, against a file with the same hashes and syncs");
        var (put, copy) = await MediansAsync(() => PutAsync(http, s3, "/large", Large), () => CopyAsync(Path.Combine(folder, "copy")));
        Table.Pair("PutObject, MB a second", Large / 1e6 / put, Large / 1e6 / copy, "MB/s", "");
        var (get, again) = await MediansAsync(() => GetAsync(http, s3, $"/{Bucket}/large"), () => CopyAgainAsync(Path.Combine(folder, "copy")));
        Table.Pair("GetObject, MB a second", Large / 1e6 / get, Large / 1e6 / again, "MB/s", "");
    }

    private static async Task CompareListingsAsync(HttpClient http, PresignedObjects s3, int many)
    {
        Console.WriteLine();
        Console.WriteLine($"S3: ListObjectsV2 in a bucket of {many} keys against one of {Few}, the median of many");
        foreach (var (name, query) in ((string, string)[])
            [("1,000 keys", "list-type=2&start-after=key0000005000"), ("1,000 keys of a prefix", "list-type=2&prefix=key000000"), ("common prefixes", "delimiter=0&list-type=2")])
        {
            var times = new Dictionary<string, List<double>> { ["few"] = [], ["many"] = [] };
            for (var i = 0; i < 60; i++)
            {
                foreach (var (bucket, list) in times)
                {
                    list.Add(await TimeAsync(() => GetAsync(http, s3, $"/{bucket}?{query}")));
                }
            }

            Table.Pair(name, Median(times["many"]) * 1e3, Median(times["few"]) * 1e3, "ms", "wanted: about 1");
        }
    }

    private static async Task PutAsync(HttpClient http, PresignedObjects s3, string key, long length)
    {
        using var content = new StreamContent(new PatternStream(length), 128 * 1024);
        content.Headers.ContentLength = length;
        using var answer = await http.PutAsync(s3.Address("PUT", $"/{Bucket}{key}"), content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task GetAsync(HttpClient http, PresignedObjects s3, string target)
    {
        using var answer = await http.GetAsync(s3.Address("GET", target), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null, 128 * 1024);
    }

    // What PutObject can't do without: the bytes written, MD5 and CRC computed, file and folder synced.
    private static async Task CopyAsync(string path)
    {
        await using var source = new PatternStream(Large);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
#pragma warning disable CA5351 // MD5 is what S3's entity tags are
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        using var crc = new Checksum(ChecksumAlgorithm.Crc64Nvme);
        var buffer = new byte[512 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer)) > 0)
        {
            md5.AppendData(buffer.AsSpan(0, read));
            crc.Append(buffer.AsSpan(0, read));
            file.Write(buffer.AsSpan(0, read));
        }

        file.Flush(flushToDisk: true);
    }

    // What GetObject does: read and hand on, without hashes or syncs.
    private static async Task CopyAgainAsync(string path)
    {
        await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        await using var file = new FileStream(path + ".again", FileMode.Create, FileAccess.Write, FileShare.None, 0);
        await source.CopyToAsync(file, 128 * 1024);
    }

    // By turns, so that both meet what else the machine does; the first round warms up.
    private static async Task<(double Value, double Against)> MediansAsync(Func<Task> run, Func<Task> against)
    {
        var (times, others) = (new List<double>(), new List<double>());
        await run();
        await against();
        for (var i = 0; i < Repeats; i++)
        {
            times.Add(await TimeAsync(run));
            others.Add(await TimeAsync(against));
        }

        return (Median(times), Median(others));
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        return clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    // Behind the server's back, for a million requests would take long. The objects have no bytes.
    private static async Task FillAsync(string folder, string name, int keys)
    {
        var account = AccountId.Parse(ServerUnderTest.AccountId);
        await using var store = SqliteStore.Open(folder, TimeProvider.System);
        var bucket = new BucketRecord { Id = Buckets.NewId(), Account = account, Name = name, Region = "us-east-1", Created = TimeProvider.System.GetUtcNow() };
        await store.WriteAsync(account, state =>
        {
            Buckets.Insert(state, bucket);
            return true;
        });
        for (var i = 0; i < keys; i += AtATime)
        {
            var first = i;
            await store.AppendAsync(account, state =>
            {
                for (var number = first; number < Math.Min(first + AtATime, keys); number++)
                {
                    var key = string.Create(CultureInfo.InvariantCulture, $"key{number:D10}");
                    var record = new ObjectRecord { BucketId = bucket.Id, Key = key, Modified = state.Now, ETag = "d41d8cd98f00b204e9800998ecf8427e" };
                    Objects.Put(state, record, BucketVersioning.Never, null, []);
                }

                return true;
            });
        }
    }
}
