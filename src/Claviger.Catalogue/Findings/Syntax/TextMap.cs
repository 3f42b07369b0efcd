using System.Text;

namespace Claviger.Catalogue;

/// <summary>Finds lines and columns in a text that is held as UTF-8.</summary>
internal sealed class TextMap
{
    private readonly byte[] _utf8;
    private readonly List<int> _lineStarts = [0];

    public TextMap(byte[] utf8)
    {
        _utf8 = utf8;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>Line and column (in characters), both from 1, of the byte at <paramref name="offset"/>.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, Encoding.UTF8.GetCharCount(_utf8, _lineStarts[line], offset - _lineStarts[line]) + 1);
    }

    /// <summary>The byte at the zero-based line and the byte within it that a JSON reader reports.</summary>
    public int OffsetOf(long line, long byteInLine) => Math.Min(_lineStarts[(int)Math.Min(line, _lineStarts.Count - 1)] + (int)byteInLine, _utf8.Length);
}
