namespace Claviger.Server;

/// <summary>Everything that can be set.</summary>
internal static class KnownSettings
{
    public static readonly Setting File = new("settings", "FILE", "The settings file; by default claviger.json in the data folder.");
    public static readonly Setting Data = new("data", "DIR", "The data folder; by default ./data.");
    public static readonly Setting Port = new("port", "N", "The port of the AWS endpoint; by default 4566, 0 for any free one.");
    public static readonly Setting ConsolePort = new("console-port", "N", "The port of the console; by default 4567, 0 for any free one.");
    public static readonly Setting Listen = new("listen", "ADDRESS", "The address to listen on; by default 127.0.0.1. Any but loopback needs TLS or --insecure-http.");
    public static readonly Setting TlsCertificate = new("tls-certificate", "FILE", "The certificate (with its chain) to serve HTTPS with, PEM.");
    public static readonly Setting TlsKey = new("tls-key", "FILE", "The key of --tls-certificate, PEM.");
    public static readonly Setting InsecureHttp = new("insecure-http", null, "Serves plain HTTP beyond loopback: for a proxy in front that speaks TLS.");
    public static readonly Setting PublicUrl = new("public-url", "URL", "How clients reach the endpoint; links, issuers and audiences are made of it.");
    public static readonly Setting ConsoleUrl = new("console-url", "URL", "How browsers reach the console; sign-in links are made of it.");
    public static readonly Setting Database = new("database", "URL", "The PostgreSQL database to keep state in: postgres://user@host:port/name, or an Npgsql connection string.")
    {
        IsSecret = true, // it may hold a password
        MayStandInFile = true,
    };

    public static readonly Setting Ephemeral = new("ephemeral", null, "Keeps the state in memory only; POST /_claviger/reset, signed by a root user, then empties the account.");

    public static readonly Setting Instances = new("instances", null, "Runs instances on a server that listens beyond loopback too; --instances=false runs none on any.");
    public static readonly Setting VirtualMachines = new("virtual-machines", null, "Launches instances as virtual machines (QEMU), each with a kernel of its own.");
    public static readonly Setting Images = new("images", "DIR", "The folder of the images that instances are launched from; by default images in the data folder.");

    public static readonly Setting S3Domain = new(
        "s3-domain", "NAMES", "Host names, with commas between, under which buckets have names of their own: bucket.NAME. Besides localhost and AWS's.");

    public static readonly Setting S3Upstream = new(
        "s3-upstream", "URL", "Another S3 server that keeps the objects: S3 is verified, authorized and audited here, and asked of it. By default they are kept here.");

    public static readonly Setting S3UpstreamRegion = new("s3-upstream-region", "REGION", "The region that --s3-upstream is signed for; by default us-east-1.");
    public static readonly Setting S3UpstreamAccount =
        new("s3-upstream-account", "ID", "The account that may make buckets its own, by CreateBucket, which --s3-upstream has already; by default none.");

    public static readonly Setting S3UpstreamAccessKeyId =
        new("s3-upstream-access-key-id", "ID", "The id of the access key that --s3-upstream is asked with.") { MayStandInFile = true };

    public static readonly Setting S3UpstreamSecretAccessKey =
        new("s3-upstream-secret-access-key", "SECRET", "The secret of that key.") { IsSecret = true, HasFlag = false, MayStandInFile = true };

    public static readonly Setting AuditDays = new("audit-days", "N", "How many days of the audit trail are kept; by default 90.");
    public static readonly Setting AuditBytes = new("audit-bytes", "N", "How many bytes of the audit trail are kept; by default 1 GiB.");
    public static readonly Setting MasterKey =
        new("master-key", "KEY", "The key that secrets are sealed under, 32 bytes in base64.") { IsSecret = true, HasFlag = false };
    public static readonly Setting MasterKeyFile = new("master-key-file", "FILE", "The file that holds the master key; by default one that the first start makes.");
    public static readonly Setting MasterKeyCommand = new("master-key-command", "COMMAND", "The command that prints the master key.");

    public static readonly Setting AccountId = new("account-id", "ID", "The 12 digits of the account.") { MayStandInFile = true };
    public static readonly Setting RootEmail = new("root-email", "EMAIL", "The e-mail address of the root user.") { MayStandInFile = true };
    public static readonly Setting RootAccessKeyId = new("root-access-key-id", "ID", "The root user's access key id.") { MayStandInFile = true };
    public static readonly Setting RootSecretAccessKey =
        new("root-secret-access-key", "SECRET", "The root user's secret access key.") { IsSecret = true, HasFlag = false, MayStandInFile = true };
    public static readonly Setting RootPassword = new("root-password", "PASSWORD", "The root user's password.") { IsSecret = true, HasFlag = false, MayStandInFile = true };

    /// <summary>How the server runs.</summary>
    public static readonly IReadOnlyList<Setting> OfServer =
    [
        Data, Port, Listen, TlsCertificate, TlsKey, InsecureHttp, PublicUrl, ConsolePort, ConsoleUrl, Ephemeral, Database, Database.InFile,
        MasterKey, MasterKeyFile, MasterKeyCommand, Instances, VirtualMachines, Images, S3Domain, S3Upstream, S3UpstreamRegion, S3UpstreamAccount,
        S3UpstreamAccessKeyId, S3UpstreamAccessKeyId.InFile, S3UpstreamSecretAccessKey, S3UpstreamSecretAccessKey.InFile, AuditDays, AuditBytes,
    ];

    /// <summary>What a new account is made with; what is not given is generated.</summary>
    public static readonly IReadOnlyList<Setting> OfAccount =
    [
        .. new[] { AccountId, RootEmail, RootAccessKeyId, RootSecretAccessKey, RootPassword }.SelectMany(setting => new[] { setting, setting.InFile }),
    ];

    public static readonly IReadOnlyList<Setting> All = [File, .. OfServer, .. OfAccount];
}
