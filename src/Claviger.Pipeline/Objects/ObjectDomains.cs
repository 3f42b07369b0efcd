namespace Claviger.Pipeline;

/// <summary>The host names under which buckets are reached by names of their own: <c>bucket.DOMAIN</c>.</summary>
/// <param name="own">Domains of this installation, in lower case, without a port.</param>
public sealed class ObjectDomains(IReadOnlyList<string> own)
{
    private const string Amazon = ".amazonaws.com";
    // What programs of instances are told to reach all services at, as endpoint.amazonaws.com; SDKs put a bucket's name before it.
    private const string OfInstances = "endpoint";

    /// <summary>The bucket that a Host header names; null where it names none.</summary>
    public string? BucketOf(string host)
    {
        var name = WithoutPort(host).TrimEnd('.');
        if (name.EndsWith(Amazon, StringComparison.OrdinalIgnoreCase))
        {
            return BucketOfAmazon(name[..^Amazon.Length]);
        }

        foreach (var domain in own)
        {
            if (Under(name, domain) is { } bucket)
            {
                return bucket;
            }
        }

        return Under(name, "localhost");
    }

    private static string? Under(string name, string domain) =>
        name.Length > domain.Length + 1 && name.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && name[^(domain.Length + 1)] == '.'
            ? name[..^(domain.Length + 1)]
            : null;

    // bucket.s3, bucket.s3.REGION, bucket.s3-REGION, bucket.s3.dualstack.REGION; a bucket's name may have dots, and "s3" between them.
    private static string? BucketOfAmazon(string name)
    {
        var labels = name.Split('.');
        if (labels.Length > 1 && labels[^1].Equals(OfInstances, StringComparison.OrdinalIgnoreCase))
        {
            return string.Join('.', labels[..^1]);
        }

        for (var i = labels.Length - 1; i >= Math.Max(1, labels.Length - 3); i--)
        {
            if (labels[i].Equals("s3", StringComparison.OrdinalIgnoreCase) || labels[i].StartsWith("s3-", StringComparison.OrdinalIgnoreCase))
            {
                return string.Join('.', labels[..i]);
            }
        }

        return null;
    }

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon < 0 || host.EndsWith(']') ? host : host[..colon];
    }
}
