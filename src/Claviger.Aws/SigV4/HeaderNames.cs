using System.Collections.Frozen;

namespace Claviger.Aws;

/// <summary>The names of headers that clients are known to sign, so that looking one up needs no new string.</summary>
internal static class HeaderNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "accept",
        "accept-encoding",
        "amz-sdk-invocation-id",
        "amz-sdk-request",
        "cache-control",
        "content-encoding",
        "content-length",
        "content-md5",
        "content-type",
        "date",
        "expect",
        "host",
        "range",
        "user-agent",
        "x-amz-acl",
        "x-amz-checksum-crc32",
        "x-amz-content-sha256",
        "x-amz-copy-source",
        "x-amz-date",
        "x-amz-decoded-content-length",
        "x-amz-sdk-checksum-algorithm",
        "x-amz-security-token",
        "x-amz-target",
        "x-amz-trailer",
        "x-amz-user-agent").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name as a string.</summary>
    public static string Of(ReadOnlySpan<char> lowerCaseName) =>
        Known.TryGetValue(lowerCaseName, out var known) ? known : lowerCaseName.ToString();
}
