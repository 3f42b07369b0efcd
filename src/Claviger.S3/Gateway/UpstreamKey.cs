using Claviger.Aws;

namespace Claviger.S3;

/// <summary>The keys that may go on to an upstream: those that no server reads as another.</summary>
internal static class UpstreamKey
{
    /// <summary>Refuses a key that a server which takes keys for paths, or a proxy before it, would read as another object's, or another bucket's.</summary>
    /// <exception cref="AwsError">InvalidArgument.</exception>
    public static void Demand(string? key)
    {
        if (key is null)
        {
            return;
        }

        var rest = key.AsSpan();
        while (true)
        {
            var slash = rest.IndexOf('/');
            var segment = slash < 0 ? rest : rest[..slash];

            // Nothing but the end of a key may be empty: that is how folders are marked.
            if (segment is "." or ".." || (segment.IsEmpty && slash >= 0) || segment.ContainsAny('\\', '\0'))
            {
                throw S3Error.InvalidArgument("Object name contains unsupported segments.", "key", key);
            }

            if (slash < 0)
            {
                return;
            }

            rest = rest[(slash + 1)..];
        }
    }
}
