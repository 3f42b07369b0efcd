namespace Claviger.ShapeGen;

/// <summary>A type of the model: its kind, its parts and its constraints.</summary>
internal sealed record ShapeDefinition(string Name, string Type)
{
    public IReadOnlyList<MemberDefinition> Members { get; init; } = [];

    /// <summary>What a list holds.</summary>
    public MemberDefinition? Element { get; init; }

    /// <summary>What a map's keys are.</summary>
    public MemberDefinition? Key { get; init; }

    /// <summary>What a map's values are.</summary>
    public MemberDefinition? Value { get; init; }

    public bool IsFlattened { get; init; }

    public bool IsException { get; init; }

    public bool IsSensitive { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>How a time is written where that isn't what its place asks for: rfc822, iso8601.</summary>
    public string? TimestampFormat { get; init; }

    public string? ErrorCode { get; init; }

    public int? HttpStatus { get; init; }

    public bool IsSenderFault { get; init; }

    /// <summary>A structure's class: <c>TagShape</c>.</summary>
    public string ClassName => $"{Names.Upper(Name)}Shape";

    public IEnumerable<MemberDefinition> AllReferences => Members.Concat(new[] { Element, Key, Value }.OfType<MemberDefinition>());
}
