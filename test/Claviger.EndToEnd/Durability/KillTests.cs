using System.Collections.Concurrent;
using System.Globalization;

namespace Claviger.EndToEnd;

/// <summary>kill -9 in the midst of writes: what was acknowledged is there afterwards, and nothing is there by half.</summary>
public sealed class KillTests
{
    private const int Rounds = 3;
    private const int Writers = 8;

    [Fact]
    public async Task Every_acknowledged_write_survives_kill_9_and_none_is_there_by_half()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Sqlite);
        var acknowledged = new ConcurrentBag<string>();
        for (var round = 0; round < Rounds; round++)
        {
            await WriteUntilKilledAsync(server, round, acknowledged);
            await server.StartAgainAsync();
            var present = await ListAsync(server);

            Assert.NotEmpty(acknowledged);
            Assert.Empty(acknowledged.Except(present));
            foreach (var name in present)
            {
                var user = await new RawHttp(server.Endpoint, LiveServer.RootKey).FormAsync($"Action=GetUser&Version=2010-05-08&UserName={name}");
                Assert.Contains($"<Value>of-{name}</Value>", user.Body, StringComparison.Ordinal);
            }
        }
    }

    private static async Task WriteUntilKilledAsync(LiveServer server, int round, ConcurrentBag<string> acknowledged)
    {
        var before = acknowledged.Count;
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(server, $"u{round}-{writer}", acknowledged))).ToArray();
        while (acknowledged.Count < before + 40)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await server.KillAsync();
        await Task.WhenAll(writers);
    }

    private static async Task WriteAsync(LiveServer server, string prefix, ConcurrentBag<string> acknowledged)
    {
        var http = new RawHttp(server.Endpoint, LiveServer.RootKey);
        for (var i = 0; ; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}");
            try
            {
                var answer = await http.FormAsync(
                    $"Action=CreateUser&Version=2010-05-08&UserName={name}&Tags.member.1.Key=made&Tags.member.1.Value=of-{name}");
                if (answer.Status != 200)
                {
                    return;
                }

                acknowledged.Add(name);
            }
            catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or Xunit.Sdk.XunitException)
            {
                // The server is gone: this write was not acknowledged.
                return;
            }
        }
    }

    private static async Task<HashSet<string>> ListAsync(LiveServer server)
    {
        var answer = await new RawHttp(server.Endpoint, LiveServer.RootKey).FormAsync("Action=ListUsers&Version=2010-05-08&MaxItems=1000");
        return [.. answer.Xml.Descendants().Where(static element => element.Name.LocalName == "UserName").Select(static element => element.Value)];
    }
}
