using System.Buffers;
using System.Runtime.CompilerServices;

namespace Claviger.Policy;

/// <summary>
/// Finds where a part of a pattern with <c>?</c> between its characters first occurs in a text, in time near the text's length.
/// </summary>
/// <remarks>
/// Shift-And: bit i of the state says that the last i + 1 characters read are the part's first i + 1. A part longer than a word is searched
/// 64 characters at a time, each piece only where the one before it ended.
/// </remarks>
internal static class PartSearch
{
    private const int WordLength = 64;
    private const int Slots = 2 * WordLength;

    /// <summary>The end of the first occurrence, or -1. The part begins and ends with a literal.</summary>
    public static int FindEnd(ReadOnlySpan<char> part, ReadOnlySpan<byte> units, ReadOnlySpan<char> text)
    {
        if (part.Length > text.Length)
        {
            return -1;
        }

        if (CountCharacters(part) <= WordLength)
        {
            return Run(ref part, ref units, text, default, default);
        }

        var words = (text.Length >> 6) + 1;
        var rented = ArrayPool<ulong>.Shared.Rent(2 * words);
        var starts = rented.AsSpan(0, words);
        var ends = rented.AsSpan(words, words);
        starts.Fill(ulong.MaxValue);
        int end;
        do
        {
            ends.Clear();
            end = Run(ref part, ref units, text, starts, ends);
            var next = starts;
            starts = ends;
            ends = next;
        }
        while (end >= 0 && !part.IsEmpty);

        ArrayPool<ulong>.Shared.Return(rented);
        return end;
    }

    /// <summary>
    /// Searches for the part's first characters, as many as a word has bits, and takes them off the part. Answers their first end, or -1. Where
    /// <paramref name="starts"/> is given they may begin at its positions only, and all their ends are marked in <paramref name="ends"/>.
    /// </summary>
    private static int Run(
        ref ReadOnlySpan<char> part, ref ReadOnlySpan<byte> units, ReadOnlySpan<char> text, ReadOnlySpan<ulong> starts, Span<ulong> ends)
    {
        var table = new Table(stackalloc int[Slots], stackalloc ulong[Slots]);
        var anchor = part[0];
        var last = table.Enter(part, units, out var entered);
        part = part[entered..];
        units = units[entered..];

        var state = 0UL;
        var found = -1;
        for (var at = 0; at < text.Length;)
        {
            if (state == 0 && starts.IsEmpty && text[at] != anchor)
            {
                var skip = text[at..].IndexOf(anchor);
                if (skip < 0)
                {
                    return -1;
                }

                at += skip;
            }

            var character = CharacterAt(text, at);
            var begins = starts.IsEmpty ? 1UL : (starts[at >> 6] >> at) & 1;
            state = ((state << 1) | begins) & table.MaskOf(character);
            at += LengthOf(character);
            if ((state & last) == 0)
            {
                continue;
            }

            if (ends.IsEmpty)
            {
                return at;
            }

            found = found < 0 ? at : found;
            ends[at >> 6] |= 1UL << at;
        }

        return found;
    }

    private static int CountCharacters(ReadOnlySpan<char> part)
    {
        var count = 0;
        for (var i = 0; i < part.Length; i += LengthOf(CharacterAt(part, i)))
        {
            count++;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CharacterAt(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];

    private static int LengthOf(int character) => character > char.MaxValue ? 2 : 1;

    /// <summary>For each character of a piece the bits of its places, in an open hash table on the stack.</summary>
    private ref struct Table(Span<int> keys, Span<ulong> masks)
    {
        private const int Empty = -1;

        private readonly Span<int> _keys = keys;
        private readonly Span<ulong> _masks = masks;
        private ulong _any;

        /// <summary>Enters as many characters as a word has bits. Answers the bit of the last one, and how much of the part they are.</summary>
        public ulong Enter(scoped ReadOnlySpan<char> part, scoped ReadOnlySpan<byte> units, out int at)
        {
            _keys.Fill(Empty);
            at = 0;
            var bit = 0UL;
            for (var i = 0; i < WordLength && at < part.Length; i++)
            {
                bit = 1UL << i;
                var character = CharacterAt(part, at);
                if (units[at] == Glob.AnyOne)
                {
                    _any |= bit;
                }
                else
                {
                    var place = Find(character);
                    _masks[place] = bit | (_keys[place] == Empty ? 0 : _masks[place]);
                    _keys[place] = character;
                }

                at += LengthOf(character);
            }

            return bit;
        }

        public readonly ulong MaskOf(int character)
        {
            var place = Find(character);
            return _keys[place] == Empty ? _any : _masks[place] | _any;
        }

        private readonly int Find(int character)
        {
            var place = (character ^ (character >> 7)) & (Slots - 1);
            while (_keys[place] != Empty && _keys[place] != character)
            {
                place = (place + 1) & (Slots - 1);
            }

            return place;
        }
    }
}
