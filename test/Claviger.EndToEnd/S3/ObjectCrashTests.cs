using System.Globalization;
using System.Net.Sockets;

namespace Claviger.EndToEnd;

/// <summary>A server that is killed while objects are put, completed of parts, and deleted. CRASH_ROUNDS says how often; three times in ./check.</summary>
public sealed class ObjectCrashTests
{
    private const int Writers = 8;
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("CRASH_ROUNDS") ?? "3", CultureInfo.InvariantCulture);

    [Fact]
    [Covers("s3", "PutObject", Aspect.Works)]
    [Covers("s3", "CompleteMultipartUpload", Aspect.Works)]
    [Covers("s3", "DeleteObject", Aspect.Works)]
    public async Task What_was_acknowledged_is_whole_nothing_is_half_there_and_no_file_is_left_over()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Sqlite);
        var writers = Enumerable.Range(0, Writers).Select(static number => new CrashingWriter(number)).ToArray();
        Assert.Equal(200, (await CrashingWriter.SendAsync(server.Endpoint, "PUT", "")).Status);
        for (var round = 0; round < Rounds; round++)
        {
            using var stop = new CancellationTokenSource();
            var work = writers.Select(writer => Task.Run(() => writer.WriteAsync(server.Endpoint, stop.Token))).ToArray();
            await FirstsAsync(writers, work);
            await Task.Delay(Random.Shared.Next(20, 900), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(work);
            await server.StartAgainAsync();
            foreach (var writer in writers)
            {
                await writer.CheckAsync(server.Endpoint);
            }

            await DemandNoLeftOversAsync(server);
        }

        Assert.True(writers.Sum(static writer => writer.Acknowledged) >= Rounds, "The writers wrote next to nothing.");
    }

    // A server that has just started is slow to answer: a kill before the first answer shows little.
    private static async Task FirstsAsync(CrashingWriter[] writers, Task[] work)
    {
        var before = writers.Sum(static writer => writer.Acknowledged);
        while (writers.Sum(static writer => writer.Acknowledged) == before)
        {
            Assert.False(work.All(static it => it.IsCompleted), "No writer goes on, though the server runs.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task DemandNoLeftOversAsync(LiveServer server)
    {
        var referred = await CrashingWriter.CountContentsAsync(server.Endpoint);
        var folder = Path.Combine(server.Folder, "s3");
        for (var i = 0; ; i++)
        {
            var kept = Directory.EnumerateFiles(Path.Combine(folder, "data"), "*", SearchOption.AllDirectories).Count();
            var underWay = Directory.EnumerateFiles(Path.Combine(folder, "incoming")).Count();
            if ((kept, underWay) == (referred, 0))
            {
                return;
            }

            // The sweep runs beside the requests.
            Assert.True(i < 100 && kept >= referred, $"{kept} files and {underWay} under way for {referred} contents");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Writes objects of its own, one after the other, and remembers what was acknowledged.</summary>
    private sealed class CrashingWriter(int number)
    {
        private const string Bucket = "crash";
        private readonly Dictionary<string, string?> _acknowledged = [];
        private (string Key, string? Body)? _underWay;

        public int Acknowledged { get; private set; }

        public async Task WriteAsync(Uri endpoint, CancellationToken stop)
        {
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    await WriteOneAsync(endpoint);
                }
            }
            catch (Exception e) when (e is IOException or SocketException or Xunit.Sdk.XunitException or FormatException or IndexOutOfRangeException)
            {
                // Killed in the midst of an answer, or before it: what was under way may have happened or not.
                Assert.True(stop.IsCancellationRequested || e is not Xunit.Sdk.XunitException || e.Message.Contains("no head", StringComparison.Ordinal), e.Message);
            }
        }

        public async Task CheckAsync(Uri endpoint)
        {
            if (_underWay is { } pending)
            {
                var found = await FindAsync(endpoint, pending.Key);
                var before = _acknowledged.GetValueOrDefault(pending.Key);
                Assert.True(found == before || found == pending.Body, $"{pending.Key} is neither what it was nor what it was to be");
                _acknowledged[pending.Key] = found;
                _underWay = null;
            }

            foreach (var (key, body) in _acknowledged)
            {
                Assert.True(await FindAsync(endpoint, key) == body, $"{key} is not what was acknowledged");
            }
        }

        public static async Task<int> CountContentsAsync(Uri endpoint)
        {
            var listed = await SendAsync(endpoint, "GET", "?list-type=2");
            Assert.Equal("false", Texts(listed, "IsTruncated").Single());
            var contents = Texts(listed, "Size").Count(static size => size != "0");
            var uploads = await SendAsync(endpoint, "GET", "?uploads=");
            foreach (var (key, id) in Texts(uploads, "Key").Zip(Texts(uploads, "UploadId")))
            {
                contents += Texts(await SendAsync(endpoint, "GET", $"/{key}?uploadId={id}"), "PartNumber").Count();
            }

            return contents;
        }

        public static Task<RawAnswer> SendAsync(Uri endpoint, string method, string target, string body = "")
        {
            var http = new RawHttp(endpoint, LiveServer.RootKey);
            return http.SendAsync(http.Sign(
                new RawRequest
                {
                    Method = method,
                    Target = $"/{Bucket}{target}",
                    Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), .. method is "PUT" && body.Length == 0 ? [("Content-Length", "0")] : ((string, string)[])[]],
                    Body = System.Text.Encoding.ASCII.GetBytes(body),
                },
                "s3"));
        }

        private static IEnumerable<string> Texts(RawAnswer answer, string element) =>
            answer.Xml.Descendants().Where(it => it.Name.LocalName == element).Select(static it => it.Value);

        private static async Task<string?> FindAsync(Uri endpoint, string key)
        {
            var answer = await SendAsync(endpoint, "GET", "/" + key);
            Assert.Contains(answer.Status, (int[])[200, 404]);
            return answer.Status == 200 ? answer.Body : null;
        }

        private async Task WriteOneAsync(Uri endpoint)
        {
            var key = $"w{number}-{Random.Shared.Next(12)}";
            var body = new string((char)('a' + Random.Shared.Next(26)), Random.Shared.Next(4) == 0 ? 0 : Random.Shared.Next(1, 300_000));
            switch (Random.Shared.Next(4))
            {
                case 0:
                    _underWay = (key, null);
                    Assert.Equal(204, (await SendAsync(endpoint, "DELETE", "/" + key)).Status);
                    break;
                case 1 when body.Length > 0:
                    _underWay = (key, body);
                    await CompleteAsync(endpoint, key, body);
                    break;
                default:
                    _underWay = (key, body);
                    Assert.Equal(200, (await SendAsync(endpoint, "PUT", "/" + key, body)).Status);
                    break;
            }

            _acknowledged[key] = _underWay?.Body;
            _underWay = null;
            Acknowledged++;
        }

        private static async Task CompleteAsync(Uri endpoint, string key, string body)
        {
            var begun = await SendAsync(endpoint, "POST", $"/{key}?uploads=");
            var id = Texts(begun, "UploadId").Single();
            var part = await SendAsync(endpoint, "PUT", $"/{key}?partNumber=1&uploadId={id}", body);
            Assert.Equal(200, part.Status);
            var document = $"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{part.Header("ETag")}</ETag></Part></CompleteMultipartUpload>";
            Assert.Equal(200, (await SendAsync(endpoint, "POST", $"/{key}?uploadId={id}", document)).Status);
        }
    }
}
