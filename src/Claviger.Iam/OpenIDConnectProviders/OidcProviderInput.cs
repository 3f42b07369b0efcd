using Claviger.Aws;

namespace Claviger.Iam;

/// <summary>What requests say of an OpenID Connect provider, with AWS's rules for it.</summary>
internal static class OidcProviderInput
{
    private const int MostThumbprints = 5;

    /// <summary>The address without its scheme, as ARN and condition keys have it.</summary>
    /// <exception cref="AwsError">ValidationError: it is not the address of an issuer.</exception>
    /// <remarks>An issuer is reached over TLS; on this machine itself also without.</remarks>
    public static string NameOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            || address.UserInfo.Length > 0 || url.Contains('?', StringComparison.Ordinal) || url.Contains('#', StringComparison.Ordinal)
            || url.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw AwsError.ValidationError("Invalid Open ID Connect Provider URL");
        }

        return url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
    }

    /// <summary>
    /// Refuses thumbprints that are too many. AWS: of each only the length is looked at; what is no hexadecimal is no certificate's thumbprint,
    /// and vouches for nothing.
    /// </summary>
    /// <exception cref="AwsError">InvalidInput.</exception>
    public static void DemandThumbprints(IReadOnlyList<string>? thumbprints)
    {
        if (thumbprints?.Count > MostThumbprints)
        {
            throw AwsError.InvalidInput("Thumbprint list must contain fewer than 5 entries.");
        }
    }
}
