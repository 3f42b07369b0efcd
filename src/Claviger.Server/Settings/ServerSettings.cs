using System.CommandLine;
using System.Globalization;
using System.Net;

namespace Claviger.Server;

/// <summary>How the server runs, read and checked.</summary>
internal sealed record ServerSettings
{
    public const string DefaultFolder = "data";

    private const int DefaultPort = 4566;
    private const int DefaultConsolePort = 4567;

    /// <summary>The data folder, absolute.</summary>
    public required string DataFolder { get; init; }

    public required IPAddress Listen { get; init; }

    /// <summary>The port of the AWS endpoint; 0 for any free one.</summary>
    public required int Port { get; init; }

    /// <summary>Certificate and key, PEM files; null for plain HTTP.</summary>
    public required (string Certificate, string Key)? Tls { get; init; }

    /// <summary>How clients reach the endpoint, where that is not where it listens.</summary>
    public required Uri? PublicUrl { get; init; }

    /// <summary>How browsers reach the console.</summary>
    public required Uri ConsoleUrl { get; init; }

    /// <summary>The PostgreSQL database; null for SQLite in the data folder.</summary>
    public required string? Database { get; init; }

    /// <summary>The state is kept in memory only.</summary>
    public required bool IsEphemeral { get; init; }

    public required AccountSettings FirstAccount { get; init; }

    /// <summary>What the process writes for its user: in a folder of its own when ephemeral, so that a lasting server's files stay.</summary>
    public string Folder => IsEphemeral ? Path.Combine(DataFolder, "ephemeral") : DataFolder;

    public static ServerSettings Read(ParseResult? flags)
    {
        var values = SettingValues.Read(flags);
        var settings = new ServerSettings
        {
            DataFolder = Path.GetFullPath(values.Text(KnownSettings.Data) ?? DefaultFolder),
            Listen = values.Parsed(KnownSettings.Listen, text => text == "localhost" ? IPAddress.Loopback : Address(text), "an IP address") ?? IPAddress.Loopback,
            Port = PortOf(values, KnownSettings.Port, DefaultPort),
            Tls = TlsOf(values),
            PublicUrl = UrlOf(values, KnownSettings.PublicUrl),
            ConsoleUrl = UrlOf(values, KnownSettings.ConsoleUrl)
                ?? new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{PortOf(values, KnownSettings.ConsolePort, DefaultConsolePort)}")),
            Database = values.Text(KnownSettings.Database),
            IsEphemeral = values.IsOn(KnownSettings.Ephemeral),
            FirstAccount = AccountSettings.Read(values),
        };
        settings.Check(values.IsOn(KnownSettings.InsecureHttp));
        return settings;
    }

    private void Check(bool insecureHttp)
    {
        if (!IPAddress.IsLoopback(Listen) && Tls is null && !insecureHttp)
        {
            throw new CommandException(
                $"Listening on {Listen} over plain HTTP would send secrets in the clear: give --tls-certificate and --tls-key, or --insecure-http where a proxy in front speaks TLS.");
        }

        if (IsEphemeral && Database is not null)
        {
            throw new CommandException("--ephemeral keeps the state in memory and --database in PostgreSQL: one of them must go.");
        }
    }

    private static IPAddress? Address(string text) => IPAddress.TryParse(text, out var address) ? address : null;

    private static int PortOf(SettingValues values, Setting setting, int otherwise)
    {
        var text = values.Parsed(setting, text => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? text : null, "a port (0 to 65535)");
        return text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static Uri? UrlOf(SettingValues values, Setting setting) => values.Parsed(
        setting,
        text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 ? url : null,
        "an http or https URL");

    private static (string Certificate, string Key)? TlsOf(SettingValues values) =>
        (values.Text(KnownSettings.TlsCertificate), values.Text(KnownSettings.TlsKey)) switch
        {
            (null, null) => null,
            ({ } certificate, { } key) => (Path.GetFullPath(certificate), Path.GetFullPath(key)),
            _ => throw new CommandException("--tls-certificate and --tls-key go together."),
        };
}
