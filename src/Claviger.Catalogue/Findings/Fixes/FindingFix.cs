using System.Collections.Immutable;
using System.Text;

namespace Claviger.Catalogue;

/// <summary>A remedy that can be applied: edits at the place of a finding. All else of the text stays as its author wrote it.</summary>
public sealed class FindingFix
{
    private readonly byte[] _text;
    private readonly ImmutableArray<TextEdit> _edits;

    internal FindingFix(Finding finding, string title, byte[] text, ImmutableArray<TextEdit> edits)
    {
        Finding = finding;
        Title = title;
        _text = text;
        _edits = edits;
    }

    /// <summary>What it mends.</summary>
    public Finding Finding { get; }

    /// <summary>What it does, as one would ask for it: <c>Write s3:GetObject</c>.</summary>
    public string Title { get; }

    /// <summary>Names the fix among those of the same text.</summary>
    public string Id => $"{Finding.Code} {Finding.Line} {Finding.Column}";

    /// <summary>The text with the fix applied.</summary>
    public string Apply()
    {
        var result = new MemoryStream(_text.Length + 64);
        var at = 0;
        foreach (var edit in _edits.OrderBy(static e => e.Start))
        {
            result.Write(_text.AsSpan(at, edit.Start - at));
            result.Write(Encoding.UTF8.GetBytes(edit.Text));
            at = edit.End;
        }

        result.Write(_text.AsSpan(at));
        return Encoding.UTF8.GetString(result.GetBuffer().AsSpan(0, (int)result.Length));
    }
}
