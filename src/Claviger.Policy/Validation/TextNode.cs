namespace Claviger.Policy;

/// <summary>One text of an element and where it stands.</summary>
internal readonly record struct TextNode(JsonPart Json, string Path)
{
    public string Text => Json.Text;

    public PolicyFault Fault(string message) => new(message, Json.Offset, Path);
}
