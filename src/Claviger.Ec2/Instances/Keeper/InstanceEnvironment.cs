namespace Claviger.Ec2;

/// <summary>The variables that programs of an instance start with; <c>/etc/environment</c> holds the same for those that log in otherwise.</summary>
internal static class InstanceEnvironment
{
    /// <summary>The roots that programs trust: the image's own and this server's authority for <c>amazonaws.com</c>.</summary>
    public const string TrustedRoots = "/etc/ssl/certs/claviger-instance.pem";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Variables { get; } =
    [
        new("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
        new("HOME", "/root"),
        new("USER", "root"),
        new("LOGNAME", "root"),
        new("SHELL", "/bin/sh"),
        new("LANG", "C.UTF-8"),
        .. Clients,
    ];

    /// <summary>Those that clients of AWS look at.</summary>
    // Every client knows of roots in its own way: OpenSSL, requests, botocore, Node, curl.
    public static IReadOnlyList<KeyValuePair<string, string>> Clients =>
    [
        new("AWS_ENDPOINT_URL", "https://endpoint.amazonaws.com"),
        new("AWS_CA_BUNDLE", TrustedRoots),
        new("SSL_CERT_FILE", TrustedRoots),
        new("REQUESTS_CA_BUNDLE", TrustedRoots),
        new("CURL_CA_BUNDLE", TrustedRoots),
        new("NODE_EXTRA_CA_CERTS", TrustedRoots),
        // botocore gives up after one attempt of a second, which a busy host may take to wake a program.
        new("AWS_METADATA_SERVICE_TIMEOUT", "5"),
        new("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "3"),
    ];
}
