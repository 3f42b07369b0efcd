using System.Numerics;

namespace Claviger.Policy;

/// <summary>
/// Finds, for an action, the statements that may cover it: those that name it, those with a wildcard within its service, and the few others.
/// </summary>
/// <remarks>
/// A hash table over lower-case text: <c>s3:getobject</c> leads to the statements that name it, <c>s3:</c> to those with a wildcard in the
/// name. A request's two hashes are computed once for all tables. The hash is the randomized one, since policies come from strangers.
/// </remarks>
internal sealed class ActionTable
{
    private readonly int[] _buckets;
    private readonly Slot[] _slots;
    private readonly Entry[] _entries;
    private readonly int _always;
    private int _slotCount;
    private int _entryCount;

    public ActionTable(List<SetStatement> statements)
    {
        var capacity = 0;
        foreach (var statement in statements)
        {
            capacity += Math.Max(1, statement.Actions.Patterns.Length);
        }

        _buckets = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, capacity))];
        _slots = new Slot[capacity];
        _entries = new Entry[capacity];

        // Backwards, because chains grow at their head and are to be in the order of the policies.
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            var statement = statements[i];
            var actions = statement.Actions;
            if (actions.Negated)
            {
                _always = Chain(new Entry(statement, null, actions, _always));
            }
            else if (Array.Exists(actions.Patterns, p => p.MatchesAll))
            {
                _always = Chain(new Entry(statement, null, null, _always));
            }
            else
            {
                foreach (var pattern in actions.Patterns)
                {
                    if (pattern.MatchesNothing)
                    {
                        continue;
                    }

                    if (pattern.ServiceLength == 0)
                    {
                        _always = Chain(new Entry(statement, pattern, null, _always));
                        continue;
                    }

                    ref var first = ref First(pattern.IsExact ? pattern.Lower : pattern.Lower[..(pattern.ServiceLength + 1)]);
                    first = Chain(new Entry(statement, pattern.IsExact ? null : pattern, null, first));
                }
            }
        }
    }

    /// <summary>The statements that may cover the request's action.</summary>
    public Candidates Find(in RequestView request) => _entryCount == 0
        ? default
        : new(
            _entries,
            Find(request.ActionHash, request.Action),
            request.Service.IsEmpty ? 0 : Find(request.ServiceHash, request.Service),
            _always);

    private int Chain(Entry entry)
    {
        _entries[_entryCount] = entry;
        return ++_entryCount;
    }

    private ref int First(string key)
    {
        var hash = string.GetHashCode(key.AsSpan());
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        for (var i = bucket; i > 0; i = _slots[i - 1].Next)
        {
            if (_slots[i - 1].Hash == hash && _slots[i - 1].Key == key)
            {
                return ref _slots[i - 1].First;
            }
        }

        _slots[_slotCount] = new Slot { Key = key, Hash = hash, Next = bucket };
        bucket = ++_slotCount;
        return ref _slots[bucket - 1].First;
    }

    private int Find(int hash, ReadOnlySpan<char> key)
    {
        for (var i = _buckets[hash & (_buckets.Length - 1)]; i > 0;)
        {
            ref readonly var slot = ref _slots[i - 1];
            if (slot.Hash == hash && key.SequenceEqual(slot.Key))
            {
                return slot.First;
            }

            i = slot.Next;
        }

        return 0;
    }

    /// <summary>A key and its chain. Places are counted from 1, so that 0 ends a chain.</summary>
    private struct Slot
    {
        public string Key;
        public int Hash;
        public int Next;
        public int First;
    }

    /// <summary>A statement in a chain, and what of its action part is still to be tried.</summary>
    internal readonly record struct Entry(SetStatement Statement, ActionPattern? Pattern, ActionElement? Element, int Next);

    /// <summary>The chains that concern one request, one after the other.</summary>
    internal ref struct Candidates(Entry[] entries, int exact, int service, int always)
    {
        private int _next = exact;
        private int _then = service;
        private int _last = always;

        /// <summary>The next statement whose action part matches, or null. A statement may come twice.</summary>
        public SetStatement? Next(in RequestView request)
        {
            while (true)
            {
                while (_next > 0)
                {
                    ref readonly var entry = ref entries[_next - 1];
                    _next = entry.Next;
                    if ((entry.Pattern is null || entry.Pattern.IsMatch(request.Action))
                        && (entry.Element is null || entry.Element.IsMatch(request.Action)))
                    {
                        return entry.Statement;
                    }
                }

                if (_then == 0 && _last == 0)
                {
                    return null;
                }

                (_next, _then, _last) = (_then, _last, 0);
            }
        }
    }
}
