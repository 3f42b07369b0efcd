namespace Claviger.Aws;

/// <summary>The path of a canonical request.</summary>
internal static class CanonicalPath
{
    /// <summary>Writes the path of any service but S3: without empty and dot segments, each segment encoded over what is on the wire.</summary>
    public static void WriteNormalized(ref ByteWriter output, ReadOnlySpan<char> path)
    {
        var start = output.Length;
        var rest = path;
        var endsWithSlash = true;
        while (!rest.IsEmpty)
        {
            var slash = rest.IndexOf('/');
            var segment = slash < 0 ? rest : rest[..slash];
            rest = slash < 0 ? default : rest[(slash + 1)..];
            endsWithSlash = slash >= 0;
            if (segment.IsEmpty || segment is ".")
            {
                continue;
            }

            if (segment is "..")
            {
                var parent = output.Written[start..].LastIndexOf((byte)'/');
                output.Truncate(start + Math.Max(parent, 0));
                continue;
            }

            output.Write((byte)'/');
            UriEncoding.Write(ref output, segment);
        }

        // AWS: a trailing slash stays; behind a dot segment there is none to stay, which botocore and the test suite agree on.
        if (output.Length == start || endsWithSlash)
        {
            output.Write((byte)'/');
        }
    }

    /// <summary>Writes the path of S3, whose keys may hold empty and dot segments: decoded and encoded once, nothing left out.</summary>
    public static void WriteObjectKey(ref ByteWriter output, ReadOnlySpan<char> path)
    {
        if (path.IsEmpty)
        {
            output.Write((byte)'/');
            return;
        }

        while (true)
        {
            var slash = path.IndexOf('/');
            UriEncoding.WriteAgain(ref output, slash < 0 ? path : path[..slash], plusIsSpace: false);
            if (slash < 0)
            {
                return;
            }

            output.Write((byte)'/');
            path = path[(slash + 1)..];
        }
    }
}
