using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Claviger.EndToEnd;

/// <summary>Clients that wait for leave to send a body.</summary>
public sealed class ContinueTests(TestAccount account) : IClassFixture<TestAccount>
{
    // Of a shorter one the client sends all even after a refusal, to keep its connection.
    private const int Length = 4096;

    [Fact]
    public async Task Who_may_is_told_to_go_on_and_who_may_not_is_not()
    {
        var bucket = $"continue-{account.Id}";
        await account.Root.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        var presigned = account.Root.Http.Presign(new RawRequest { Method = "PUT", Target = $"/{bucket}/key" }, "s3").Target;
        var byNobody = (await account.NewUserAsync("nobody")).Http.Presign(new RawRequest { Method = "PUT", Target = $"/{bucket}/key" }, "s3").Target;

        Assert.Equal((HttpStatusCode.Forbidden, 0L), await PutAsync(byNobody));
        Assert.Equal((HttpStatusCode.Forbidden, 0L), await PutAsync($"/{bucket}/key"));
        Assert.Equal((HttpStatusCode.OK, (long)Length), await PutAsync(presigned));
    }

    [Fact]
    public async Task Who_may_not_is_told_so_at_once_and_can_send_on_what_is_under_way()
    {
        var bucket = await account.NewBucketAsync("long");
        var target = (await account.NewUserAsync("long")).Http.Presign(new RawRequest { Method = "PUT", Target = $"/{bucket}/key" }, "s3").Target;
        using var client = new TcpClient();
        await client.ConnectAsync(account.Server.Endpoint.Host, account.Server.Endpoint.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"PUT {target} HTTP/1.1\r\nHost: {account.Server.Endpoint.Authority}\r\nContent-Length: {8L * 1024 * 1024 * 1024}\r\n\r\n"),
            TestContext.Current.CancellationToken);

        var answer = new byte[8192];
        var length = 0;
        while (!Text().EndsWith("</Error>", StringComparison.Ordinal))
        {
            length += await stream.ReadAsync(answer.AsMemory(length), TestContext.Current.CancellationToken);
        }

        Assert.StartsWith("HTTP/1.1 403 ", Text(), StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", Text(), StringComparison.Ordinal);
        // More than the buffers on the way hold: the server still takes what comes.
        await stream.WriteAsync(new byte[32 * 1024 * 1024], TestContext.Current.CancellationToken);

        string Text() => Encoding.UTF8.GetString(answer, 0, length);
    }

    // The client sends nothing of its body before it is told to, and would wait for ever.
    private async Task<(HttpStatusCode Status, long Sent)> PutAsync(string target)
    {
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan };
        using var http = new HttpClient(handler);
        using var body = new MemoryStream(new byte[Length]);
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(account.Server.Endpoint, target)) { Content = new StreamContent(body) };
        request.Headers.ExpectContinue = true;
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, body.Position);
    }
}
