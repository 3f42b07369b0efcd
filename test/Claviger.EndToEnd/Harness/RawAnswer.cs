using System.Xml.Linq;

namespace Claviger.EndToEnd;

/// <summary>An HTTP answer as it came.</summary>
public sealed record RawAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    /// <summary>The body as XML.</summary>
    public XElement Xml => XElement.Parse(Body);

    /// <summary>The error that an error document of the query protocol holds.</summary>
    public SdkError Error => SdkError.Of(Element("Code"), Status, Element("Message"));

    /// <summary>A header's value; null where it is absent.</summary>
    public string? Header(string name) => Headers
        .Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
        .Select(header => header.Value)
        .FirstOrDefault();

    private string Element(string name) =>
        Xml.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value
        ?? throw new InvalidOperationException($"No <{name}> in: {Body}");
}
