using System.Globalization;
using Claviger.Aws.Shapes.AccessAnalyzer;

namespace Claviger.AccessAnalyzer;

/// <summary>The text of a policy, in which findings have their places.</summary>
internal sealed class PolicyText
{
    private readonly string _text;
    private readonly List<int> _lines = [0];

    public PolicyText(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                _lines.Add(i + 1);
            }
        }
    }

    /// <summary>The way to a place as its elements: <c>Statement[0].Action</c> is a key, an index and a key.</summary>
    public static IReadOnlyList<PathElementShape> PathOf(string path)
    {
        var elements = new List<PathElementShape>();
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = part.EndsWith(']') ? part.LastIndexOf('[') : -1;
            var isItem = bracket >= 0 && int.TryParse(part.AsSpan(bracket + 1, part.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out _);
            if (!isItem || bracket > 0)
            {
                elements.Add(new PathElementShape { Value = isItem ? part[..bracket] : part });
            }

            if (isItem)
            {
                elements.Add(new PathElementShape { Index = int.Parse(part.AsSpan(bracket + 1, part.Length - bracket - 2), CultureInfo.InvariantCulture) });
            }
        }

        return elements;
    }

    /// <summary>From a place to the end of the value or name that stands there.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column in characters, from 1.</param>
    public SpanShape SpanAt(int line, int column)
    {
        var start = Math.Min(_lines[Math.Min(line, _lines.Count) - 1] + column - 1, _text.Length);
        return new SpanShape { Start = PositionOf(start), End = PositionOf(EndOf(start)) };
    }

    // AWS: lines are counted from 1, columns and offsets from 0.
    private PositionShape PositionOf(int offset)
    {
        var found = _lines.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new PositionShape { Line = line + 1, Column = offset - _lines[line], Offset = offset };
    }

    private int EndOf(int start)
    {
        var depth = 0;
        for (var i = start; i < _text.Length; i++)
        {
            switch (_text[i])
            {
                case '"':
                    i = EndOfString(i);
                    break;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    depth--;
                    break;
                case ',' or ':' or '\n' when depth == 0:
                    return i;
                default:
                    continue;
            }

            if (depth <= 0)
            {
                return depth < 0 ? i : Math.Min(i + 1, _text.Length);
            }
        }

        return _text.Length;
    }

    private int EndOfString(int quote)
    {
        for (var i = quote + 1; i < _text.Length; i++)
        {
            if (_text[i] == '"')
            {
                return i;
            }

            i += _text[i] == '\\' ? 1 : 0;
        }

        return _text.Length;
    }
}
