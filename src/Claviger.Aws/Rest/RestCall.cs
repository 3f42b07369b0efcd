using System.Buffers;
using System.Globalization;

namespace Claviger.Aws;

/// <summary>A request of REST that is to be sent: all of it is made of a shape, nothing of what somebody else has sent.</summary>
public sealed class RestCall
{
    private readonly List<KeyValuePair<string, string>> _query = [];

    /// <summary>The HTTP method.</summary>
    public string Method { get; set; } = "GET";

    /// <summary>The bucket; null for none.</summary>
    public string? Bucket { get; set; }

    /// <summary>The object's key, not encoded; null for none.</summary>
    public string? Key { get; set; }

    /// <summary>The parameters of the query, not encoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => _query;

    /// <summary>The headers.</summary>
    public RestHeaders Headers { get; private set; } = new();

    /// <summary>The body that is a document; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Document { get; private set; }

    /// <summary>The body that is the bytes of an object; null where there is none.</summary>
    public ContentStream? Content { get; set; }

    /// <summary>The request that a shape is.</summary>
    /// <exception cref="AwsError">InvalidArgument: a text can't stand where it belongs.</exception>
    public static RestCall Of(IRestCallShape shape)
    {
        var call = new RestCall();
        shape.WriteTo(call);
        return call;
    }

    /// <summary>Adds a parameter; nothing where the value is null.</summary>
    public void AddQuery(string name, string? value)
    {
        if (value is not null)
        {
            _query.Add(new(name, value));
        }
    }

    /// <summary>Adds a parameter; nothing where the value is null.</summary>
    public void AddQuery(string name, int? value) => AddQuery(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a parameter; nothing where the value is null.</summary>
    public void AddQuery(string name, bool? value) => AddQuery(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Puts other headers in the place of all.</summary>
    public void Replace(RestHeaders headers) => Headers = headers;

    /// <summary>Makes a structure the body; none where it is null.</summary>
    public void SetDocument(string root, IOutputShape? structure, string xmlNamespace)
    {
        if (structure is null)
        {
            return;
        }

        var bytes = new ArrayBufferWriter<byte>(512);
        var xml = new ResponseXml(bytes) { HasMilliseconds = true };
        xml.StartDocument(root, default, xmlNamespace);
        structure.Write(xml);
        xml.End(root, default);
        Document = bytes.WrittenMemory;
    }
}
