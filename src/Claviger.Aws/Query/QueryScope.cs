using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Claviger.Aws;

/// <summary>The parameters whose names start with one prefix, seen without it: those of a structure or of a list's element.</summary>
public readonly struct QueryScope
{
    private static readonly string[] s_timestamps =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyyMMdd'T'HHmmssK",
    ];

    private readonly QueryParameters _all;
    private readonly int _first;
    private readonly int _end;
    private readonly int _prefix;

    internal QueryScope(QueryParameters all, int first, int end, int prefix)
    {
        _all = all;
        _first = first;
        _end = end;
        _prefix = prefix;
    }

    /// <summary>A string, or null where it isn't sent.</summary>
    public string? String(ReadOnlySpan<byte> name) => Find(name) is var at && at >= 0 ? _all.Text(at) : null;

    /// <summary>A whole number of 32 bits.</summary>
    /// <exception cref="AwsError">MalformedInput: it isn't one.</exception>
    // AWS: leading zeros and a plus are taken; a value that is no number is answered without any text.
    public int? Integer(ReadOnlySpan<byte> name)
    {
        if (!TryGetBytes(name, out ReadOnlySpan<byte> value))
        {
            return null;
        }

        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw AwsError.MalformedInput(value.IsEmpty ? "missing value for decimal type" : "");
    }

    /// <summary>A truth value: <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>.</summary>
    /// <exception cref="AwsError">MalformedInput: it isn't one.</exception>
    // AWS: TRUE isn't one.
    public bool? Boolean(ReadOnlySpan<byte> name)
    {
        if (!TryGetBytes(name, out ReadOnlySpan<byte> value))
        {
            return null;
        }

        if (value.SequenceEqual("true"u8) || value.SequenceEqual("1"u8))
        {
            return true;
        }

        return value.SequenceEqual("false"u8) || value.SequenceEqual("0"u8)
            ? false
            : throw AwsError.MalformedInput(value.IsEmpty ? "missing value for boolean type" : "boolean must follow xsd1.1 definition");
    }

    /// <summary>A time: ISO 8601 with an offset or <c>Z</c>.</summary>
    /// <exception cref="AwsError">MalformedInput: it isn't one.</exception>
    public DateTimeOffset? Timestamp(ReadOnlySpan<byte> name)
    {
        if (Find(name) is var at && at < 0)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(_all.Text(at), s_timestamps, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time)
            ? time
            : throw Malformed(_all.Value(at), "a timestamp");
    }

    /// <summary>Bytes, sent in base64.</summary>
    /// <exception cref="AwsError">MalformedInput: it isn't base64.</exception>
    public ReadOnlyMemory<byte>? Blob(ReadOnlySpan<byte> name)
    {
        if (!TryGetBytes(name, out ReadOnlySpan<byte> value))
        {
            return null;
        }

        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(value.Length)];
        return Base64.DecodeFromUtf8(value, bytes, out _, out int written) == OperationStatus.Done
            ? bytes.AsMemory(0, written)
            : throw Malformed(value, "base64");
    }

    /// <summary>A structure, or null where none of its members is sent.</summary>
    /// <param name="prefix">Its name with the dot that follows: <c>Position.</c></param>
    /// <param name="read">Reads it from the parameters after the prefix.</param>
    public T? Structure<T>(ReadOnlySpan<byte> prefix, Func<QueryScope, T> read)
        where T : class
    {
        (int first, int end) = Range(prefix);
        return first < end ? read(new QueryScope(_all, first, end, _prefix + prefix.Length)) : null;
    }

    /// <summary>A list of strings; null where it isn't sent, empty where its bare name is, as clients send an empty list.</summary>
    /// <param name="prefix">What stands before an element's number: <c>TagKeys.member.</c></param>
    /// <exception cref="AwsError">MalformedInput: what follows the prefix isn't a number from 1 up.</exception>
    public IReadOnlyList<string>? Strings(ReadOnlySpan<byte> prefix)
    {
        (int first, int end) = Range(prefix);
        if (first == end)
        {
            return Find(Bare(prefix)) >= 0 ? [] : null;
        }

        var numbers = new List<int>(end - first);
        var values = new List<string>(end - first);
        for (int i = first; i < end; i++)
        {
            int number = Number(i, prefix.Length, out int length);
            bool isElement = _all.Name(i).Length == _prefix + prefix.Length + length;
            if (!isElement)
            {
                throw Malformed(_all.Name(i), "the name of a list's element");
            }

            if (numbers.Count == 0 || numbers[^1] != number)
            {
                numbers.Add(number);
                values.Add(_all.Text(i));
            }
        }

        return InOrder(numbers, values);
    }

    /// <summary>A list of structures; null where it isn't sent, empty where its bare name is, as clients send an empty list.</summary>
    /// <param name="prefix">What stands before an element's number: <c>Tags.member.</c></param>
    /// <param name="read">Reads an element from the parameters after its number.</param>
    /// <exception cref="AwsError">MalformedInput: what follows the prefix isn't a number from 1 up.</exception>
    public IReadOnlyList<T>? Structures<T>(ReadOnlySpan<byte> prefix, Func<QueryScope, T> read)
    {
        (int first, int end) = Range(prefix);
        if (first == end)
        {
            return Find(Bare(prefix)) >= 0 ? [] : null;
        }

        var numbers = new List<int>();
        var values = new List<T>();
        while (first < end)
        {
            int number = Number(first, prefix.Length, out int length);
            int dot = _prefix + prefix.Length + length;
            if (_all.Name(first).Length == dot)
            {
                throw Malformed(_all.Name(first), "the name of a structure's member");
            }

            int next = first + 1;
            while (next < end && Number(next, prefix.Length, out int same) == number && same == length && _all.Name(next).Length > dot)
            {
                next++;
            }

            numbers.Add(number);
            values.Add(read(new QueryScope(_all, first, next, dot + 1)));
            first = next;
        }

        return InOrder(numbers, values);
    }

    /// <summary>A map; null where it isn't sent, empty where its bare name is.</summary>
    /// <param name="prefix">What stands before an entry's number: <c>Parameters.entry.</c></param>
    /// <param name="read">Reads an entry's value from the parameters after its number.</param>
    /// <exception cref="AwsError">MalformedInput: an entry without key or value, or what follows the prefix isn't a number.</exception>
    public IReadOnlyDictionary<string, T>? Map<T>(ReadOnlySpan<byte> prefix, Func<QueryScope, T?> read)
        where T : class
    {
        IReadOnlyList<KeyValuePair<string, T>>? entries = Structures(prefix, entry => KeyValuePair.Create(
            entry.String("key"u8) ?? throw AwsError.MalformedInput("A map's entry has no key"),
            read(entry) ?? throw AwsError.MalformedInput("A map's entry has no value")));
        if (entries is null)
        {
            return null;
        }

        var map = new Dictionary<string, T>(entries.Count, StringComparer.Ordinal);
        foreach ((string key, T value) in entries)
        {
            map[key] = value;
        }

        return map;
    }

    internal bool TryGetBytes(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        int at = Find(name);
        value = at >= 0 ? _all.Value(at) : default;
        return at >= 0;
    }

    private static AwsError Malformed(ReadOnlySpan<byte> value, string type) =>
        AwsError.MalformedInput($"'{Encoding.UTF8.GetString(value)}' is not {type}");

    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> prefix) => prefix[..prefix.IndexOf((byte)'.')];

    // Names are in the order of their bytes, where "10" comes before "2".
    private static List<T> InOrder<T>(List<int> numbers, List<T> values)
    {
        for (int i = 1; i < numbers.Count; i++)
        {
            if (numbers[i - 1] > numbers[i])
            {
                T[] sorted = [.. values];
                Array.Sort(numbers.ToArray(), sorted);
                return [.. sorted];
            }
        }

        return values;
    }

    private int Number(int index, int prefix, out int length)
    {
        ReadOnlySpan<byte> name = _all.Name(index);
        ReadOnlySpan<byte> rest = name[(_prefix + prefix)..];
        int dot = rest.IndexOf((byte)'.');
        ReadOnlySpan<byte> digits = dot < 0 ? rest : rest[..dot];
        length = digits.Length;
        bool isNumber = digits.Length is > 0 and <= 9
            && digits[0] != (byte)'0'
            && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        return isNumber ? int.Parse(digits, CultureInfo.InvariantCulture) : throw Malformed(name, "the name of a list's element");
    }

    private int Find(ReadOnlySpan<byte> name)
    {
        int at = LowerBound(name, _first);
        return at < _end && Rest(at).SequenceEqual(name) ? at : -1;
    }

    private (int First, int End) Range(ReadOnlySpan<byte> prefix)
    {
        int first = LowerBound(prefix, _first);
        int low = first;
        int high = _end;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Rest(middle).StartsWith(prefix))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return (first, low);
    }

    private int LowerBound(ReadOnlySpan<byte> name, int from)
    {
        int low = from;
        int high = _end;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Rest(middle).SequenceCompareTo(name) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private ReadOnlySpan<byte> Rest(int index) => _all.Name(index)[_prefix..];
}
