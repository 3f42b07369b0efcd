using System.CommandLine;
using System.Net;
using System.Text.RegularExpressions;
using Claviger.Store;

namespace Claviger.Server;

/// <summary>How the server runs, read and checked.</summary>
internal sealed partial record ServerSettings
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

    /// <summary>Plain HTTP may leave the machine.</summary>
    public required bool IsInsecureHttp { get; init; }

    /// <summary>How clients reach the endpoint, where that is not where it listens.</summary>
    public required Uri? PublicUrl { get; init; }

    /// <summary>The port of the console; 0 for any free one.</summary>
    public required int ConsolePort { get; init; }

    /// <summary>How browsers reach the console, where that is not where it listens.</summary>
    public required Uri? ConsoleUrl { get; init; }

    /// <summary>The PostgreSQL database, as Npgsql's connection string; null for SQLite in the data folder.</summary>
    public required string? Database { get; init; }

    /// <summary>The state is kept in memory only.</summary>
    public required bool IsEphemeral { get; init; }

    public required MasterKeySource MasterKey { get; init; }

    public required AuditRetention AuditRetention { get; init; }

    /// <summary>Instances may be run, where the host can.</summary>
    public required bool RunsInstances { get; init; }

    /// <summary>Instances are launched as virtual machines.</summary>
    public required bool HasVirtualMachines { get; init; }

    /// <summary>Where the images of instances are, absolute.</summary>
    public required string ImageFolder { get; init; }

    public required AccountSettings FirstAccount { get; init; }

    public required ObjectSettings Objects { get; init; }

    /// <summary>What the process writes for its user: in a folder of its own when ephemeral, so that a lasting server's files stay.</summary>
    public string Folder => IsEphemeral ? Path.Combine(DataFolder, "ephemeral") : DataFolder;

    /// <summary>Where the disks of instances are.</summary>
    public string InstanceFolder => Path.Combine(Folder, "instances");

    public static ServerSettings Read(ParseResult? flags)
    {
        var values = SettingValues.Read(flags);
        var folder = Path.GetFullPath(values.Text(KnownSettings.Data) ?? DefaultFolder);
        var listen = values.Parsed(KnownSettings.Listen, text => text == "localhost" ? IPAddress.Loopback : Address(text), "an IP address") ?? IPAddress.Loopback;
        return new ServerSettings
        {
            DataFolder = folder,
            Listen = listen,
            Port = PortOf(values, KnownSettings.Port, DefaultPort),
            Tls = TlsOf(values),
            IsInsecureHttp = values.IsOn(KnownSettings.InsecureHttp),
            PublicUrl = UrlOf(values, KnownSettings.PublicUrl),
            // Who takes any free port for the one takes it for the other.
            ConsolePort = PortOf(values, KnownSettings.ConsolePort, PortOf(values, KnownSettings.Port, DefaultPort) == 0 ? 0 : DefaultConsolePort),
            ConsoleUrl = UrlOf(values, KnownSettings.ConsoleUrl),
            Database = values.Parsed(KnownSettings.Database, DatabaseAddress.Read, "a URL postgres://user@host:port/name, nor an Npgsql connection string"),
            IsEphemeral = values.IsOn(KnownSettings.Ephemeral),
            MasterKey = new MasterKeySource
            {
                DataFolder = folder,
                Value = values.Text(KnownSettings.MasterKey),
                File = values.Text(KnownSettings.MasterKeyFile),
                Command = values.Text(KnownSettings.MasterKeyCommand),
            },
            AuditRetention = new AuditRetention(
                values.Number(KnownSettings.AuditDays, 1, 36_500) is { } days ? TimeSpan.FromDays(days) : AuditRetention.Default.Age,
                values.Number(KnownSettings.AuditBytes, 0, long.MaxValue) ?? AuditRetention.Default.Bytes),
            RunsInstances = values.Text(KnownSettings.Instances) is null ? IPAddress.IsLoopback(listen) : values.IsOn(KnownSettings.Instances),
            HasVirtualMachines = values.IsOn(KnownSettings.VirtualMachines),
            ImageFolder = Path.GetFullPath(values.Text(KnownSettings.Images) ?? Path.Combine(folder, "images")),
            FirstAccount = AccountSettings.Read(values),
            Objects = ObjectSettings.Read(values),
        };
    }

    /// <summary>The same settings, if a server may run with them.</summary>
    /// <exception cref="CommandException">They contradict each other, or would be unsafe.</exception>
    public ServerSettings DemandServable()
    {
        if (!IPAddress.IsLoopback(Listen) && Tls is null && !IsInsecureHttp)
        {
            throw new CommandException(
                $"Listening on {Listen} over plain HTTP would send secrets in the clear: give --tls-certificate and --tls-key, or --insecure-http where a proxy in front speaks TLS.");
        }

        // People move over from servers whose only key is `test`: where nobody else can reach it, that is let be.
        if (FirstAccount.RootAccessKeyId is { } key && !AccessKeyForm().IsMatch(key) && !(IsEphemeral && IPAddress.IsLoopback(Listen)))
        {
            throw new CommandException(
                $"'{key}' is no access key id: 16 to 128 letters, digits and underscores. On loopback with --ephemeral any word will do.");
        }

        if (IsEphemeral && Database is not null)
        {
            throw new CommandException("--ephemeral keeps the state in memory and --database in PostgreSQL: one of them must go.");
        }

        return this;
    }

    /// <summary>How browsers reach a console that listens on a port.</summary>
    public Uri ConsoleUrlAt(int port)
    {
        if (ConsoleUrl is not null)
        {
            return ConsoleUrl;
        }

        var host = IPAddress.IsLoopback(Listen) || Listen.Equals(IPAddress.Any) || Listen.Equals(IPAddress.IPv6Any) ? "localhost" : Listen.ToString();
        return new UriBuilder(Tls is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps, host, port).Uri;
    }

    /// <summary>Where root users sign in; null as long as the console's port is any free one.</summary>
    public Uri? RootSignInLink => ConsoleUrl is null && ConsolePort == 0 ? null : RootSignInLinkAt(ConsolePort);

    /// <summary>Where root users sign in to a console that listens on a port.</summary>
    public Uri RootSignInLinkAt(int port) => new($"{ConsoleUrlAt(port).OriginalString.TrimEnd('/')}/signin?type=root");

    private static IPAddress? Address(string text) => IPAddress.TryParse(text, out var address) ? address : null;

    private static int PortOf(SettingValues values, Setting setting, int otherwise) =>
        (int)(values.Number(setting, 0, ushort.MaxValue) ?? otherwise);

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

    [GeneratedRegex(@"^\w{16,128}\z", RegexOptions.ECMAScript)]
    private static partial Regex AccessKeyForm();
}
