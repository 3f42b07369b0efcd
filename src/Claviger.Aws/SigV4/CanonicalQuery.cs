using System.Buffers;

namespace Claviger.Aws;

/// <summary>The query of a canonical request: every name and value decoded and encoded again, sorted by name, then by value, as bytes.</summary>
internal static class CanonicalQuery
{
    /// <summary>Writes a query.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="query">The query as on the wire, without question mark.</param>
    /// <param name="without">A parameter that is left out (a presigned URL's own signature); empty for none.</param>
    public static void Write(ref ByteWriter output, ReadOnlySpan<char> query, ReadOnlySpan<char> without)
    {
        if (query.IsEmpty)
        {
            return;
        }

        var pairs = ArrayPool<Pair>.Shared.Rent(query.Count('&') + 1);
        var encoded = new ByteWriter(stackalloc byte[1024]);
        try
        {
            var count = Encode(ref encoded, query, without, pairs);
            WriteSorted(ref output, encoded.Written, pairs.AsSpan(0, count));
        }
        finally
        {
            encoded.Dispose();
            ArrayPool<Pair>.Shared.Return(pairs);
        }
    }

    private static int Encode(ref ByteWriter encoded, ReadOnlySpan<char> query, ReadOnlySpan<char> without, Pair[] pairs)
    {
        var count = 0;
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            if (!without.IsEmpty && name.SequenceEqual(without))
            {
                continue;
            }

            var start = encoded.Length;
            UriEncoding.WriteAgain(ref encoded, name, plusIsSpace: true);
            var middle = encoded.Length;
            UriEncoding.WriteAgain(ref encoded, equals < 0 ? default : pair[(equals + 1)..], plusIsSpace: true);
            pairs[count++] = new Pair(start, middle, encoded.Length);
        }

        return count;
    }

    private static void WriteSorted(ref ByteWriter output, scoped ReadOnlySpan<byte> encoded, scoped Span<Pair> pairs)
    {
        if (!IsSorted(encoded, pairs))
        {
            Sort(encoded, pairs);
        }

        for (var i = 0; i < pairs.Length; i++)
        {
            if (i > 0)
            {
                output.Write((byte)'&');
            }

            output.Write(pairs[i].Name(encoded));
            output.Write((byte)'=');
            output.Write(pairs[i].Value(encoded));
        }
    }

    private static bool IsSorted(ReadOnlySpan<byte> encoded, ReadOnlySpan<Pair> pairs)
    {
        for (var i = 1; i < pairs.Length; i++)
        {
            if (Compare(encoded, pairs[i - 1], pairs[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    // Heapsort: in place over spans, and no order of parameters makes it slow.
    private static void Sort(ReadOnlySpan<byte> encoded, Span<Pair> pairs)
    {
        for (var root = (pairs.Length / 2) - 1; root >= 0; root--)
        {
            SiftDown(encoded, pairs, root);
        }

        for (var end = pairs.Length - 1; end > 0; end--)
        {
            (pairs[0], pairs[end]) = (pairs[end], pairs[0]);
            SiftDown(encoded, pairs[..end], 0);
        }
    }

    private static void SiftDown(ReadOnlySpan<byte> encoded, Span<Pair> heap, int root)
    {
        while (true)
        {
            var child = (2 * root) + 1;
            if (child >= heap.Length)
            {
                return;
            }

            if (child + 1 < heap.Length && Compare(encoded, heap[child], heap[child + 1]) < 0)
            {
                child++;
            }

            if (Compare(encoded, heap[root], heap[child]) >= 0)
            {
                return;
            }

            (heap[root], heap[child]) = (heap[child], heap[root]);
            root = child;
        }
    }

    private static int Compare(ReadOnlySpan<byte> encoded, Pair left, Pair right)
    {
        var byName = left.Name(encoded).SequenceCompareTo(right.Name(encoded));
        return byName != 0 ? byName : left.Value(encoded).SequenceCompareTo(right.Value(encoded));
    }

    private readonly record struct Pair(int Start, int Middle, int End)
    {
        public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> encoded) => encoded[Start..Middle];

        public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> encoded) => encoded[Middle..End];
    }
}
