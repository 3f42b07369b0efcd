using System.Xml;
using System.Xml.Linq;

namespace Claviger.Aws;

/// <summary>An answer of the query protocol or of EC2's, as a client reads it: its elements by their names, in no namespace.</summary>
public sealed class QueryAnswer
{
    private readonly XElement _document;

    private QueryAnswer(XElement document) => _document = document;

    /// <summary>Reads the document of an answer.</summary>
    /// <exception cref="FormatException">It is no XML.</exception>
    public static QueryAnswer Read(string document)
    {
        try
        {
            return new(XElement.Parse(document));
        }
        catch (XmlException error)
        {
            throw new FormatException(error.Message, error);
        }
    }

    /// <summary>The text of the first element of that name; null if there is none.</summary>
    public string? Text(string name) => Named(_document.Descendants(), name).FirstOrDefault()?.Value;

    /// <summary>The text of the first element of that name that stands right inside an element of another; null if there is none.</summary>
    public string? Text(string parent, string name) =>
        Named(_document.Descendants(), parent).SelectMany(found => Named(found.Elements(), name)).FirstOrDefault()?.Value;

    private static IEnumerable<XElement> Named(IEnumerable<XElement> elements, string name) =>
        elements.Where(element => element.Name.LocalName == name);
}
