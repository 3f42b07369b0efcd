using System.Globalization;

namespace Claviger.Aws;

/// <summary>The parts of a request of REST with JSON that its shape is read from.</summary>
public sealed class RestJsonRequest
{
    private readonly IReadOnlyDictionary<string, string> _path;
    private readonly List<KeyValuePair<string, string>> _query = [];

    /// <param name="pathMembers">What the path holds of the request's members, decoded.</param>
    /// <param name="query">The query as it came, without the question mark.</param>
    /// <param name="body">The body.</param>
    public RestJsonRequest(IReadOnlyDictionary<string, string> pathMembers, string query, RequestJson body)
    {
        _path = pathMembers;
        Body = body;
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            _query.Add(equals < 0 ? new(Decoded(pair), "") : new(Decoded(pair[..equals]), Decoded(pair[(equals + 1)..])));
        }
    }

    /// <summary>The body.</summary>
    public RequestJson Body { get; }

    /// <summary>A member of the path.</summary>
    public string? Path(string name) => _path.GetValueOrDefault(name);

    /// <summary>A text of the query; of one that comes more often, the first.</summary>
    public string? Query(string name)
    {
        foreach (KeyValuePair<string, string> pair in _query)
        {
            if (pair.Key == name)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>All texts of that name in the query; null if there are none.</summary>
    public IReadOnlyList<string>? QueryList(string name)
    {
        string[] values = [.. _query.Where(pair => pair.Key == name).Select(pair => pair.Value)];
        return values.Length == 0 ? null : values;
    }

    /// <summary>A number of the query.</summary>
    /// <exception cref="AwsError">SerializationException: it is none.</exception>
    public int? QueryInteger(string name) => Query(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
        _ => throw AwsError.Serialization($"The value of {name} is not a number."),
    };

    /// <summary>A truth of the query.</summary>
    /// <exception cref="AwsError">SerializationException: it is none.</exception>
    public bool? QueryBoolean(string name) => Query(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw AwsError.Serialization($"The value of {name} is not a boolean."),
    };

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
