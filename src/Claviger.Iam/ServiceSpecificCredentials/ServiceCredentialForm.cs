using System.Security.Cryptography;

namespace Claviger.Iam;

/// <summary>What a credential for a service looks like: a user name and password, or a key that goes by an alias.</summary>
internal sealed record ServiceCredentialForm
{
    private const string PasswordCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int PasswordLength = 42;
    private const int KeyLength = 64;

    // AWS: the services that take such credentials.
    private static readonly Dictionary<string, ServiceCredentialForm> ByService = new(StringComparer.Ordinal)
    {
        ["codecommit.amazonaws.com"] = new(),
        ["cassandra.amazonaws.com"] = new(),
        ["bedrock.amazonaws.com"] = new() { KeyPrefix = "ABSK" },
        ["logs.amazonaws.com"] = new() { KeyPrefix = "ACWL" },
    };

    /// <summary>What the service's keys begin with; null where it takes a user name and password.</summary>
    public string? KeyPrefix { get; private init; }

    /// <summary>Whether it is a key, which may end by itself.</summary>
    public bool IsKey => KeyPrefix is not null;

    /// <summary>The form of a service's credentials; null where it takes none.</summary>
    public static ServiceCredentialForm? Of(string service) => ByService.GetValueOrDefault(service);

    /// <summary>Draws a password or key.</summary>
    public string NewSecret() => IsKey
        ? KeyPrefix + RandomNumberGenerator.GetString(PasswordCharacters, KeyLength)
        : RandomNumberGenerator.GetString(PasswordCharacters, PasswordLength) + "=";
}
