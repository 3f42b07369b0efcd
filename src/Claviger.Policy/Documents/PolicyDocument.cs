namespace Claviger.Policy;

/// <summary>A policy, parsed. Immutable and safe to share between threads.</summary>
public sealed class PolicyDocument
{
    private PolicyDocument(string text, string? version, string? id, bool isReadable, Statement[] statements)
    {
        Text = text;
        Version = version;
        Id = id;
        IsReadable = isReadable;
        Statements = statements;
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>The Version element; null if missing, which means <c>2008-10-17</c>.</summary>
    public string? Version { get; }

    /// <summary>The Id element; null if missing.</summary>
    public string? Id { get; }

    /// <summary>Whether the text is a policy at all: a JSON object with statements.</summary>
    public bool IsReadable { get; }

    /// <summary>Whether all of it was understood.</summary>
    public bool IsUnderstood => IsReadable && Array.TrueForAll(Statements, s => s.IsUnderstood);

    /// <summary>The principals that its statements name, in their order.</summary>
    public IEnumerable<PrincipalEntry> Principals
    {
        get
        {
            foreach (var element in Statements.Select(s => s.Principals))
            {
                foreach (var pattern in element?.Patterns ?? [])
                {
                    yield return new PrincipalEntry(pattern.Type, pattern.Value, element!.Negated);
                }
            }
        }
    }

    internal Statement[] Statements { get; }

    /// <summary>Reads a stored policy for evaluation.</summary>
    /// <remarks>
    /// Never throws for content. A statement that holds something not understood never allows; if it is a Deny, it denies wherever the parts
    /// that are understood apply. A text that is no policy at all allows nothing and, as a boundary, session, service control, resource
    /// control or endpoint policy, denies.
    /// </remarks>
    public static PolicyDocument Load(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var root = JsonText.TryRead(json, out _);
        if (root is not { IsObject: true } || root.Find("Statement") is not { } list || !(list.IsObject || list.IsArray))
        {
            return new(json, null, null, isReadable: false, []);
        }

        var version = root.Find("Version");
        var id = root.Find("Id");
        var understood = version is null or { IsString: true, Text: "2008-10-17" or "2012-10-17" }
            && id is null or { IsString: true }
            && root.Members.TrueForAll(m => m.Name is "Version" or "Id" or "Statement");
        var variables = version is { IsString: true, Text: not "2008-10-17" };

        var statements = new List<Statement>();
        foreach (var part in list.AsList())
        {
            statements.Add(part.IsObject
                ? StatementReader.Read(part, statements.Count, variables, understood)
                : new Statement(statements.Count, null, StatementEffect.None, IsUnderstood: false, null, null, null, []));
        }

        return new(json, version?.Text, id?.Text, isReadable: true, [.. statements]);
    }

    /// <summary>An equivalent policy as compact JSON; the text itself where not all of it was understood.</summary>
    public string ToJson() => IsUnderstood ? DocumentWriter.Write(this) : Text;
}
