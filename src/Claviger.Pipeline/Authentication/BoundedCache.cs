using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Claviger.Pipeline;

/// <summary>Entries by a text, within a bound of bytes. Reading takes no lock; when room is short, entries not read since the last look go first.</summary>
internal sealed class BoundedCache<T>(long capacity, Func<T, long> sizeOf, Action<T> evicted)
    where T : class
{
    private readonly ConcurrentDictionary<string, Node> nodes = new(StringComparer.Ordinal);
    private readonly Queue<Node> inOrder = new();
    private readonly Lock gate = new();
    private long size;

    /// <summary>Bytes of all entries.</summary>
    public long Size => Volatile.Read(ref size);

    /// <summary>The entry of a key.</summary>
    public bool TryGet(ReadOnlySpan<char> key, [NotNullWhen(true)] out T? value)
    {
        if (nodes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var node))
        {
            node.WasRead = true;
            value = node.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Puts an entry in, over one of the same key.</summary>
    public void Put(string key, T value)
    {
        lock (gate)
        {
            if (nodes.TryGetValue(key, out var former))
            {
                Drop(former);
            }

            var node = new Node(key, value, sizeOf(value));
            nodes[key] = node;
            inOrder.Enqueue(node);
            size += node.Size;
            MakeRoom();
        }
    }

    private void MakeRoom()
    {
        while (size > capacity && inOrder.TryDequeue(out var node))
        {
            if (node.IsGone)
            {
                continue;
            }

            if (node.WasRead)
            {
                node.WasRead = false;
                inOrder.Enqueue(node);
                continue;
            }

            nodes.TryRemove(new KeyValuePair<string, Node>(node.Key, node));
            Drop(node);
        }

        // Entries that were replaced wait in the queue for nothing: don't let them outnumber the others.
        if (inOrder.Count > (2 * nodes.Count) + 64)
        {
            var living = inOrder.Where(static node => !node.IsGone).ToArray();
            inOrder.Clear();
            foreach (var node in living)
            {
                inOrder.Enqueue(node);
            }
        }
    }

    private void Drop(Node node)
    {
        node.IsGone = true;
        size -= node.Size;
        evicted(node.Value);
    }

    private sealed class Node(string key, T value, long size)
    {
        public string Key => key;

        public T Value => value;

        public long Size => size;

        public bool WasRead { get; set; }

        public bool IsGone { get; set; }
    }
}
