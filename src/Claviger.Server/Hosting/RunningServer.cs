using System.CommandLine;
using System.Net;

namespace Claviger.Server;

/// <summary>The server that a command talks to: the one on the same data folder.</summary>
internal sealed record RunningServer(Uri Endpoint, string Folder)
{
    /// <summary>What says which one is meant.</summary>
    public static IReadOnlyList<Setting> Settings { get; } = [KnownSettings.File, KnownSettings.Data, KnownSettings.Port];

    public static string EndpointFile(string folder) => Path.Combine(folder, "endpoint");

    /// <summary>The server whose endpoint stands in the data folder; where there is none, the one that the settings would start.</summary>
    public static RunningServer Find(ParseResult? flags)
    {
        var settings = ServerSettings.Read(flags);
        var folders = new[] { settings.Folder, (settings with { IsEphemeral = true }).Folder };
        return folders.Where(folder => File.Exists(EndpointFile(folder)))
            .Select(folder => new RunningServer(new Uri(File.ReadAllText(EndpointFile(folder)).Trim()), folder))
            .FirstOrDefault(new RunningServer(LocalEndpoint(settings, settings.Port), settings.Folder));
    }

    /// <summary>Where the machine's own programs reach a server with these settings.</summary>
    public static Uri LocalEndpoint(ServerSettings settings, int port)
    {
        var host = settings.Listen switch
        {
            var address when address.Equals(IPAddress.Any) => IPAddress.Loopback,
            var address when address.Equals(IPAddress.IPv6Any) => IPAddress.IPv6Loopback,
            var address => address,
        };
        return new UriBuilder(settings.Tls is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps, host.ToString(), port).Uri;
    }

    public RootKey ReadRootKey() => RootCredentials.ReadKey(Folder)
        ?? throw new CommandException(
            $"No root credentials in {RootCredentials.PathIn(Folder)}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or --data (CLAVIGER_DATA) for another data folder.");

    public HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        // The server is asked for at an address of this machine, for which its certificate need not be made.
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => Endpoint.IsLoopback },
    });
}
