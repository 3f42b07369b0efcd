using System.Globalization;
using System.Xml;

namespace Claviger.Aws;

/// <summary>XML that strangers send, read so that it can do no harm: no DTD, no entities of its own, bounded in every direction.</summary>
internal static class SamlXml
{
    public const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    public const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    public const string Metadata = "urn:oasis:names:tc:SAML:2.0:metadata";
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string Encryption = "http://www.w3.org/2001/04/xmlenc#";

    // What signs and what reads walk the tree by calling themselves: deep nesting would end the process, not the request.
    private const int DeepestNesting = 48;
    private const int MostAttributes = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        // Text is one piece then, as the signature has it: a comment in a name can't cut it short.
        IgnoreComments = true,
    };

    /// <summary>Reads a document; null if it is not XML, or not such as will be read.</summary>
    public static XmlDocument? Load(string text)
    {
        // Metadata is often a file with a mark at its begin.
        text = text.TrimStart('\uFEFF');
        try
        {
            if (!IsTame(text))
            {
                return null;
            }

            using var reader = Reader(text);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            document.Load(reader);
            return document;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The children of an element by name.</summary>
    public static IEnumerable<XmlElement> Children(XmlElement parent, string space, string name) =>
        parent.ChildNodes.OfType<XmlElement>().Where(child => child.NamespaceURI == space && child.LocalName == name);

    /// <summary>The one child of a name; null if there is none, or more than one.</summary>
    public static XmlElement? Only(XmlElement? parent, string space, string name)
    {
        XmlElement[] found = parent is null ? [] : [.. Children(parent, space, name)];
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>The text of an element that has nothing else in it; null for others.</summary>
    public static string? TextOf(XmlElement? element) =>
        element is null || element.ChildNodes.OfType<XmlElement>().Any() ? null : element.InnerText.Trim();

    /// <summary>An attribute that has no namespace; null where it is missing.</summary>
    public static string? AttributeOf(XmlElement? element, string name) => element?.GetAttributeNode(name)?.Value;

    /// <summary>A time; UTC where none is said.</summary>
    public static bool TryReadTime(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    /// <summary>Bytes in base64, in which XML allows blanks; null if they are not.</summary>
    public static byte[]? BytesOf(string? base64)
    {
        if (base64 is null)
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text), Settings);

    private static bool IsTame(string text)
    {
        using var reader = Reader(text);
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting || reader.AttributeCount > MostAttributes || reader.NodeType == XmlNodeType.ProcessingInstruction)
            {
                return false;
            }
        }

        return true;
    }
}
