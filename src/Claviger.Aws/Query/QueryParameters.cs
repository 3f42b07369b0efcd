using System.Text;
using System.Text.Unicode;

namespace Claviger.Aws;

/// <summary>The decoded parameters of a query string and a form body, ordered by name.</summary>
/// <remarks>
/// One buffer holds all decoded bytes and one array where each name and value lie; strings are made only when a member is read. As the
/// names are in order, the parameters of a list or structure are neighbours: reading them costs what was sent, whatever indexes a client
/// makes up. Of parameters with the same name the first counts, and those of the query string come before those of the body.
/// </remarks>
public sealed class QueryParameters
{
    /// <summary>The most parameters that a request may have.</summary>
    public const int MostParameters = 10_000;

    private readonly byte[] _bytes;
    private readonly Parameter[] _parameters;
    private readonly int _count;

    private QueryParameters(byte[] bytes, Parameter[] parameters, int count)
    {
        _bytes = bytes;
        _parameters = parameters;
        _count = count;
    }

    /// <summary>How many parameters there are.</summary>
    public int Count => _count;

    /// <summary>The names of all parameters, in order.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            for (int i = 0; i < _count; i++)
            {
                yield return Encoding.UTF8.GetString(Name(i));
            }
        }
    }

    /// <summary>The operation asked for, or null.</summary>
    public string? Action => Root.String("Action"u8);

    /// <summary>The API version asked for, or null.</summary>
    public string? Version => Root.String("Version"u8);

    /// <summary>All parameters, by their whole names.</summary>
    public QueryScope Root => new(this, 0, _count, 0);

    /// <summary>Decodes a query string and an <c>application/x-www-form-urlencoded</c> body; either may be empty.</summary>
    /// <exception cref="AwsError">MalformedQueryString: percent-encoding or UTF-8 is broken, or there are too many parameters.</exception>
    public static QueryParameters Parse(ReadOnlySpan<byte> queryString, ReadOnlySpan<byte> form)
    {
        long most = 2L + queryString.Count((byte)'&') + form.Count((byte)'&');
        if (most > MostParameters + 2)
        {
            throw AwsError.MalformedQueryString($"The request has more than {MostParameters} parameters");
        }

        byte[] bytes = new byte[queryString.Length + 1 + form.Length];
        var parameters = new Parameter[most];
        int used = 0;
        int count = 0;
        Decode(queryString, bytes, ref used, parameters, ref count);
        Decode(form, bytes, ref used, parameters, ref count);
        if (!Utf8.IsValid(bytes.AsSpan(0, used)))
        {
            throw AwsError.MalformedQueryString("The request's parameters are not valid UTF-8");
        }

        Sort(bytes, parameters.AsSpan(0, count));
        return new QueryParameters(bytes, parameters, count);
    }

    /// <summary>Whether there is a parameter of that exact name.</summary>
    public bool Contains(ReadOnlySpan<byte> name) => Root.TryGetBytes(name, out _);

    internal ReadOnlySpan<byte> Name(int index) => _bytes.AsSpan(_parameters[index].NameStart, _parameters[index].NameLength);

    internal ReadOnlySpan<byte> Value(int index) => _bytes.AsSpan(_parameters[index].ValueStart, _parameters[index].ValueLength);

    internal string Text(int index) => Encoding.UTF8.GetString(Value(index));

    // The '=' and '&' that part names from values are kept in the output, with one '&' between query string and body, so that no broken
    // sequence at the end of one text is made whole by the start of the next when all is checked at once.
    private static void Decode(ReadOnlySpan<byte> text, byte[] bytes, ref int used, Parameter[] parameters, ref int count)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'&');
            ReadOnlySpan<byte> pair = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (pair.IsEmpty)
            {
                continue;
            }

            if (used > 0)
            {
                bytes[used++] = (byte)'&';
            }

            int equals = pair.IndexOf((byte)'=');
            int nameStart = used;
            Unescape(equals < 0 ? pair : pair[..equals], bytes, ref used);
            int nameLength = used - nameStart;
            int valueStart = used;
            if (equals >= 0)
            {
                bytes[used++] = (byte)'=';
                valueStart = used;
                Unescape(pair[(equals + 1)..], bytes, ref used);
            }

            parameters[count++] = new Parameter(nameStart, nameLength, valueStart, used - valueStart);
        }
    }

    private static void Unescape(ReadOnlySpan<byte> text, byte[] bytes, ref int used)
    {
        while (true)
        {
            int special = text.IndexOfAny((byte)'%', (byte)'+');
            ReadOnlySpan<byte> plain = special < 0 ? text : text[..special];
            plain.CopyTo(bytes.AsSpan(used));
            used += plain.Length;
            if (special < 0)
            {
                return;
            }

            if (text[special] == '+')
            {
                bytes[used++] = (byte)' ';
                text = text[(special + 1)..];
                continue;
            }

            int high = special + 2 < text.Length ? Hex(text[special + 1]) : -1;
            int low = high >= 0 ? Hex(text[special + 2]) : -1;
            if (low < 0)
            {
                throw AwsError.MalformedQueryString("The request's parameters hold a percent sign without two hexadecimal digits");
            }

            bytes[used++] = (byte)((high << 4) | low);
            text = text[(special + 3)..];
        }
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };

    private static void Sort(byte[] bytes, Span<Parameter> parameters)
    {
        var order = new NameOrder(bytes);
        if (parameters.Length > 16)
        {
            parameters.Sort(order);
            return;
        }

        for (int i = 1; i < parameters.Length; i++)
        {
            Parameter parameter = parameters[i];
            int at = i;
            while (at > 0 && order.Compare(parameters[at - 1], parameter) > 0)
            {
                parameters[at] = parameters[at - 1];
                at--;
            }

            parameters[at] = parameter;
        }
    }

    private readonly record struct Parameter(int NameStart, int NameLength, int ValueStart, int ValueLength);

    private readonly struct NameOrder(byte[] bytes) : IComparer<Parameter>
    {
        public int Compare(Parameter x, Parameter y)
        {
            int order = bytes.AsSpan(x.NameStart, x.NameLength).SequenceCompareTo(bytes.AsSpan(y.NameStart, y.NameLength));
            return order != 0 ? order : x.NameStart.CompareTo(y.NameStart);
        }
    }
}
