namespace Claviger.Aws;

/// <summary>What the body of a REST answer is: a document, a text, a stream, or nothing.</summary>
public readonly struct RestPayload
{
    private RestPayload(string? root, IOutputShape? structure, string? text, Stream? stream)
    {
        Root = root;
        Structure = structure;
        Text = text;
        Stream = stream;
    }

    /// <summary>No body.</summary>
    public static RestPayload None => default;

    /// <summary>The document's root element; null where the body is no document.</summary>
    public string? Root { get; }

    /// <summary>What the root element holds; null where that is a text.</summary>
    public IOutputShape? Structure { get; }

    /// <summary>The text of the root element, or, without one, the whole body.</summary>
    public string? Text { get; }

    /// <summary>The bytes of an object; whoever writes the answer disposes it.</summary>
    public Stream? Stream { get; }

    /// <summary>Whether the body is JSON in one piece.</summary>
    public bool IsJson => Root is null && Text is not null;

    internal static RestPayload Of(string root, IOutputShape? structure) => structure is null ? default : new(root, structure, null, null);

    internal static RestPayload Of(Stream? stream) => new(null, null, null, stream);

    internal static RestPayload OfText(string root, string? text) => new(root, null, text ?? "", null);

    internal static RestPayload OfJson(string? text) => new(null, null, text, null);
}
