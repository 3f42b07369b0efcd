namespace Claviger.Catalogue;

/// <summary>A name and value of a JSON object; the offset is that of the name.</summary>
internal sealed record JsonMember(string Name, int Offset, JsonSyntax Value);
