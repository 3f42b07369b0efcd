using System.Globalization;
using System.Text;
using System.Xml;

namespace Claviger.Aws;

/// <summary>An element of a document that is read, a request's or another server's: names without their namespaces, as S3 takes them with any or none.</summary>
/// <remarks>
/// Read whole, with bounds on depth and number, and without DTDs: nothing in a document is looked up or multiplied. An element that is
/// not asked for is passed over; one that may be there once and is there twice is an error.
/// </remarks>
public sealed class RequestXml
{
    private const int MostElements = 131_072;
    private const int Deepest = 24;
    private const string TypeNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1024 * 1024,
    };

    private List<RequestXml>? _children;
    private StringBuilder? _more;
    private string? _text;
    private string? _type;

    private RequestXml(string name) => Name = name;

    /// <summary>The element's local name.</summary>
    public string Name { get; }

    private string Value => _children is null ? _more?.ToString() ?? _text ?? "" : throw S3Error.MalformedXml();

    /// <summary>Reads a document.</summary>
    /// <returns>Its root element.</returns>
    /// <exception cref="AwsError">MalformedXML: it isn't XML, has a DTD, or is out of all proportion.</exception>
    public static RequestXml Parse(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var stream = new MemoryStream(document.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, s_settings);
            return Read(reader);
        }
        catch (XmlException)
        {
            throw S3Error.MalformedXml();
        }
    }

    /// <summary>The text of a child; null if there is none.</summary>
    public string? String(string name) => Only(name)?.Value;

    /// <summary>The number that a child holds.</summary>
    public int? Integer(string name) =>
        Only(name) is not { } child ? null
        : int.TryParse(child.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
        : throw S3Error.MalformedXml();

    /// <summary>The number that a child holds.</summary>
    public long? Long(string name) =>
        Only(name) is not { } child ? null
        : long.TryParse(child.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
        : throw S3Error.MalformedXml();

    /// <summary>The truth that a child holds, in any spelling that SDKs have.</summary>
    public bool? Boolean(string name) =>
        Only(name) is not { } child ? null
        : bool.TryParse(child.Value.Trim(), out bool truth) ? truth
        : throw S3Error.MalformedXml();

    /// <summary>The time that a child holds.</summary>
    public DateTimeOffset? Timestamp(string name) =>
        Only(name) is not { } child ? null
        : RestTime.TryParse(child.Value, out DateTimeOffset time) ? time
        : throw S3Error.MalformedXml();

    /// <summary>The time that a child holds.</summary>
    public DateTimeOffset? Date(string name) => Timestamp(name);

    /// <summary>The type that the element says it is of, by XML Schema's attribute; its only use in S3.</summary>
    public string? Attribute(string name) => name == "xsi:type" ? _type : null;

    /// <summary>The structure that a child is.</summary>
    public T? Structure<T>(string name, Func<RequestXml, T> read)
        where T : class => Only(name) is { } child ? read(child) : null;

    /// <summary>The texts of all children of a name; null if there are none.</summary>
    public IReadOnlyList<string>? Strings(string name) => List(name, static child => child.Value);

    /// <summary>The texts of the items in a child.</summary>
    public IReadOnlyList<string>? Strings(string name, string item) => Only(name) is { } child ? child.Strings(item) ?? [] : null;

    /// <summary>The structures that all children of a name are; null if there are none.</summary>
    public IReadOnlyList<T>? Structures<T>(string name, Func<RequestXml, T> read)
        where T : class => List(name, read);

    /// <summary>The structures that the items in a child are.</summary>
    public IReadOnlyList<T>? Structures<T>(string name, string item, Func<RequestXml, T> read)
        where T : class => Only(name) is { } child ? child.List(item, read) ?? [] : null;

    /// <summary>Gives all elements of a name, at any depth below this one, a text in the place of what they hold.</summary>
    /// <param name="name">The elements' name.</param>
    /// <param name="child">The child that gets the text, and is the only one; null: the element itself.</param>
    /// <param name="text">The text.</param>
    public void Replace(string name, string? child, string text)
    {
        foreach (RequestXml element in _children ?? [])
        {
            if (element.Name != name)
            {
                element.Replace(name, child, text);
                continue;
            }

            (element._children, element._more) = (child is null ? null : [new RequestXml(child) { _text = text }], null);
            element._text = child is null ? text : null;
        }
    }

    private static RequestXml Read(XmlReader reader)
    {
        var open = new Stack<RequestXml>();
        int count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > MostElements || open.Count >= Deepest)
                    {
                        throw S3Error.MalformedXml();
                    }

                    var element = new RequestXml(reader.LocalName) { _type = reader.GetAttribute("type", TypeNamespace) };
                    if (open.TryPeek(out RequestXml? parent))
                    {
                        (parent._children ??= []).Add(element);
                    }

                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }
                    else if (open.Count == 0)
                    {
                        return Finish(reader, element);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                    open.Peek().Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    RequestXml ended = open.Pop();
                    if (open.Count == 0)
                    {
                        return Finish(reader, ended);
                    }

                    break;
                default:
                    break;
            }
        }

        throw S3Error.MalformedXml();
    }

    // What follows the root is read too, so that a document is refused as a whole or not at all.
    private static RequestXml Finish(XmlReader reader, RequestXml root)
    {
        while (reader.Read())
        {
        }

        return root;
    }

    private void Append(string text)
    {
        if (_text is null)
        {
            _text = text;
            return;
        }

        (_more ??= new StringBuilder(_text)).Append(text);
    }

    private RequestXml? Only(string name)
    {
        RequestXml? found = null;
        foreach (RequestXml child in _children ?? [])
        {
            if (child.Name == name)
            {
                found = found is null ? child : throw S3Error.MalformedXml();
            }
        }

        return found;
    }

    private List<T>? List<T>(string name, Func<RequestXml, T> read)
    {
        List<T>? found = null;
        foreach (RequestXml child in _children ?? [])
        {
            if (child.Name == name)
            {
                (found ??= []).Add(read(child));
            }
        }

        return found;
    }
}
