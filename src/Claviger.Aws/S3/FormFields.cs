namespace Claviger.Aws;

/// <summary>The fields of a form that posts an object, before its file. Names are without regard to case.</summary>
public sealed class FormFields
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, as sent.</summary>
    public IEnumerable<string> Names => _fields.Keys;

    /// <summary>A field; null if it is not in the form.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>Adds a field.</summary>
    /// <exception cref="AwsError">InvalidArgument: it is in the form already.</exception>
    public void Add(string name, string value)
    {
        if (!_fields.TryAdd(name, value))
        {
            throw S3Error.InvalidArgument("POST requires each field no more than once.", name, value);
        }
    }

    /// <summary>Puts the file's name where fields ask for it.</summary>
    public void FillIn(string fileName)
    {
        foreach (string name in _fields.Keys.ToArray())
        {
            _fields[name] = name.Equals("policy", StringComparison.OrdinalIgnoreCase)
                ? _fields[name]
                : _fields[name].Replace("${filename}", fileName, StringComparison.Ordinal);
        }
    }

    /// <summary>A field that must be there.</summary>
    /// <exception cref="AwsError">InvalidArgument, in S3's words.</exception>
    public string Required(string name) => this[name] ?? throw S3Error.InvalidArgument(
        $"Bucket POST must contain a field named '{name}'.  If it is specified, please check the order of the fields.", name, "");

    /// <summary>The fields that say how the object is kept, as the headers that a put of it would have.</summary>
    public HeaderList ToHeaders()
    {
        var headers = new HeaderList();
        foreach ((string name, string value) in _fields)
        {
            switch (name.ToLowerInvariant())
            {
                case "acl":
                    headers.Add("x-amz-acl", value);
                    break;
                case "tagging":
                    headers.Add("x-amz-tagging", Tagging(value));
                    break;
                case "content-type" or "cache-control" or "content-disposition" or "content-encoding" or "content-language" or "expires" or "content-md5":
                    headers.Add(name, value);
                    break;
                case "x-amz-algorithm" or "x-amz-credential" or "x-amz-date" or "x-amz-signature" or "x-amz-security-token":
                    break;
                case var other when other.StartsWith("x-amz-", StringComparison.Ordinal):
                    headers.Add(name, value);
                    break;
                default:
                    break;
            }
        }

        return headers;
    }

    // AWS: a form has tags as a document, a put has them as a query string.
    private static string Tagging(string document)
    {
        var root = RequestXml.Parse(System.Text.Encoding.UTF8.GetBytes(document));
        return string.Join('&', root.Structures("TagSet", "Tag", Shapes.S3.TagShape.Read)?
            .Select(tag => $"{Uri.EscapeDataString(tag.Key ?? "")}={Uri.EscapeDataString(tag.Value ?? "")}") ?? []);
    }
}
