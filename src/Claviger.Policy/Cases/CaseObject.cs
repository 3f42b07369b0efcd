using System.Text.Json;

namespace Claviger.Policy;

/// <summary>An object of a case's JSON; what it holds of a wrong type is an error that says where.</summary>
internal readonly struct CaseObject
{
    private readonly JsonElement _json;
    private readonly string _path;

    public CaseObject(JsonElement json, string path)
    {
        _json = json.ValueKind == JsonValueKind.Object ? json : throw Wrong(path, "an object");
        _path = path;
    }

    /// <summary>What the object goes by: a string, or whatever else stands there as it is spelled.</summary>
    public string Id => Find("id") switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    public CaseObject Object(string name) => new(Find(name) ?? throw Wrong(PathOf(name), "an object"), PathOf(name));

    public string Text(string name) => OptionalText(name) ?? throw Wrong(PathOf(name), "a string");

    /// <summary>A string; null if missing or null.</summary>
    public string? OptionalText(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Wrong(PathOf(name), "a string"),
    };

    public bool Flag(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw Wrong(PathOf(name), "true or false"),
    };

    /// <summary>One policy or an array of policies; null if missing, null or empty.</summary>
    public PolicySet? Policies(string name, PolicyKind kind) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 0 => null,
        { } policies => Compile(policies, PathOf(name), kind),
    };

    /// <summary>An array of levels, each an array of policies; an empty level stays one.</summary>
    public IReadOnlyList<PolicySet>? Levels(string name, PolicyKind kind)
    {
        if (Find(name) is not { } levels)
        {
            return null;
        }

        if (levels.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(PathOf(name), "an array of arrays");
        }

        var path = PathOf(name);
        return [.. levels.EnumerateArray().Select((level, i) => level.ValueKind == JsonValueKind.Array
            ? Compile(level, $"{path}[{i}]", kind)
            : throw Wrong($"{path}[{i}]", "an array"))];
    }

    /// <summary>Condition keys: a string (number, boolean) each, or an array for a multivalued one. Of two in different case the first is kept.</summary>
    public RequestContext Context(string name)
    {
        var context = new RequestContext();
        if (Find(name) is null)
        {
            return context;
        }

        foreach (var member in Object(name)._json.EnumerateObject())
        {
            var path = $"{PathOf(name)}.{member.Name}";
            context.TryAdd(ContextKey.Of(member.Name), member.Value.ValueKind == JsonValueKind.Array
                ? ContextValue.List([.. member.Value.EnumerateArray().Select(item => Scalar(item, path))])
                : Scalar(member.Value, path));
        }

        return context;
    }

    private static PolicySet Compile(JsonElement policies, string path, PolicyKind kind)
    {
        var isList = policies.ValueKind == JsonValueKind.Array;
        JsonElement[] list = isList ? [.. policies.EnumerateArray()] : [policies];
        return PolicySet.Compile(kind, [.. list.Select((policy, i) =>
            new PolicySource(isList ? $"{path}[{i}]" : path, null, PolicyDocument.Load(policy.GetRawText())))]);
    }

    private static string Scalar(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw Wrong(path, "a string or an array of strings"),
    };

    private static FormatException Wrong(string path, string wanted) => new($"{(path.Length == 0 ? "The case" : path)} must be {wanted}.");

    private JsonElement? Find(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
