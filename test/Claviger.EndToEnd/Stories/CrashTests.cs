using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;

namespace Claviger.EndToEnd;

public sealed class CrashTests
{
    private const int Rounds = 4;
    private const int Writers = 8;
    private const int WritesARound = 60;

    [Fact]
    public async Task After_kill_9_every_acknowledged_write_is_there_and_none_is_half_there()
    {
        await using var server = await LiveServer.StartAsync(TestServer.Store);
        var acknowledged = new ConcurrentBag<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var enough = (round + 1) * WritesARound;
            using var full = new SemaphoreSlim(0);
            var http = new RawHttp(server.Endpoint, LiveServer.RootKey);
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(http, $"r{round}w{writer}", name =>
            {
                acknowledged.Add(name);
                if (acknowledged.Count >= enough)
                {
                    full.Release();
                }
            })).ToList();
            await full.WaitAsync(TestContext.Current.CancellationToken);
            await server.KillAsync();
            await Task.WhenAll(writers);
            await server.StartAgainAsync();
        }

        var reader = new RawHttp(server.Endpoint, LiveServer.RootKey);
        var present = await ListAsync(reader);
        Assert.Empty(acknowledged.Except(present));
        foreach (var name in present)
        {
            // The tag was part of the same write.
            var tags = await reader.FormAsync($"Action=ListUserTags&Version=2010-05-08&UserName={name}");
            Assert.Equal([name], Texts(tags.Xml, "Value"));
        }
    }

    private static async Task WriteAsync(RawHttp http, string prefix, Action<string> acknowledge)
    {
        for (var number = 0; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}n{number}");
            try
            {
                var answer = await http.FormAsync(
                    $"Action=CreateUser&Version=2010-05-08&UserName={name}&Tags.member.1.Key=whole&Tags.member.1.Value={name}");
                Assert.Equal(200, answer.Status);
                acknowledge(name);
            }
            catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException or Xunit.Sdk.XunitException)
            {
                // The server is dead: what it had not answered may be there or not.
                return;
            }
        }
    }

    private static async Task<HashSet<string>> ListAsync(RawHttp http)
    {
        var names = new HashSet<string>();
        var marker = "";
        do
        {
            var page = (await http.FormAsync($"Action=ListUsers&Version=2010-05-08&MaxItems=100{marker}")).Xml;
            names.UnionWith(Texts(page, "UserName"));
            marker = Texts(page, "Marker").Select(text => $"&Marker={Uri.EscapeDataString(text)}").FirstOrDefault();
        }
        while (marker is not null);

        return names;
    }

    private static IEnumerable<string> Texts(XElement xml, string name) =>
        xml.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);
}
