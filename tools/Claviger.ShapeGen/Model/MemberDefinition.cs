namespace Claviger.ShapeGen;

/// <summary>A member of a structure, or the element, key or value of a collection.</summary>
internal sealed record MemberDefinition(string Name, string ShapeName, string? QueryName, string? LocationName, bool IsRequired)
{
    public string Property => Names.Upper(Name);

    /// <summary>The name that AWS prints in validation errors and audit events.</summary>
    public string Path => Names.Lower(Name);
}
