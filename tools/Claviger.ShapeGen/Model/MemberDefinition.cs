namespace Claviger.ShapeGen;

/// <summary>A member of a structure, or the element, key or value of a collection.</summary>
internal sealed record MemberDefinition(string Name, string ShapeName, string? QueryName, string? LocationName, bool IsRequired)
{
    /// <summary>Where a REST request or response has it: uri, querystring, header, headers; null for the document.</summary>
    public string? Location { get; init; }

    /// <summary>Whether it is the whole body of its request or response.</summary>
    public bool IsPayload { get; init; }

    /// <summary>Whether a list stands without an element of its own around it, whatever its shape says.</summary>
    public bool IsFlattened { get; init; }

    /// <summary>Whether it is an attribute of the element that its structure is.</summary>
    public bool IsAttribute { get; init; }

    public string Property => Names.Upper(Name);

    /// <summary>The name that AWS prints in validation errors and audit events.</summary>
    public string Path => Names.Lower(Name);
}
