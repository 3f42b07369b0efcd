namespace Claviger.Aws;

/// <summary>The parts of a request that a signature covers, as they are on the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="RawTarget">Path and query of the request line, undecoded, one char a byte.</param>
/// <param name="Headers">All headers.</param>
/// <param name="Body">The whole body; empty for S3, which declares its hash in a header and checks it while it reads.</param>
public readonly record struct SignedRequest(string Method, string RawTarget, IRequestHeaders Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The target up to the question mark.</summary>
    public ReadOnlySpan<char> Path
    {
        get
        {
            var target = OriginForm;
            var question = target.IndexOf('?');
            return question < 0 ? target : target[..question];
        }
    }

    /// <summary>The target behind the question mark; empty if there is none.</summary>
    public ReadOnlySpan<char> Query
    {
        get
        {
            var target = OriginForm;
            var question = target.IndexOf('?');
            return question < 0 ? default : target[(question + 1)..];
        }
    }

    // A client that takes us for a proxy puts scheme and host in front of the path; they are not signed there.
    private ReadOnlySpan<char> OriginForm
    {
        get
        {
            var target = RawTarget.AsSpan();
            if (target.StartsWith('/'))
            {
                return target;
            }

            var scheme = target.IndexOf("://");
            if (scheme < 0)
            {
                return target;
            }

            var authority = target[(scheme + 3)..];
            var end = authority.IndexOfAny('/', '?');
            return end < 0 ? default : authority[end..];
        }
    }
}
