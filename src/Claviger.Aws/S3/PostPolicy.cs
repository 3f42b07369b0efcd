using System.Globalization;
using System.Text.Json;

namespace Claviger.Aws;

/// <summary>The policy document of a form that posts an object: until when it may be sent, and what its fields may be.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html</remarks>
public sealed class PostPolicy
{
    private const string Invalid = "Invalid Policy: ";

    private static readonly HashSet<string> s_unchecked = new(StringComparer.OrdinalIgnoreCase)
    {
        "policy", "x-amz-signature", "file", "AWSAccessKeyId", "signature",
    };

    private readonly DateTimeOffset _expiration;
    private readonly List<Condition> _conditions = [];

    private PostPolicy(DateTimeOffset expiration) => _expiration = expiration;

    /// <summary>The least bytes of the file; null for no bound.</summary>
    public long? Least { get; private set; }

    /// <summary>The most bytes of the file; null for no bound.</summary>
    public long? Most { get; private set; }

    /// <summary>Reads a policy.</summary>
    /// <param name="base64">The document in base64, as the form has it.</param>
    /// <exception cref="AwsError">InvalidPolicyDocument: anything in it isn't understood.</exception>
    public static PostPolicy Parse(string base64)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(base64), new JsonDocumentOptions { MaxDepth = 8 });
            return Read(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw Malformed("Invalid JSON.");
        }
    }

    /// <summary>Holds a form against the policy.</summary>
    /// <param name="bucket">The bucket that is posted to.</param>
    /// <param name="fields">The form's fields.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="AwsError">AccessDenied: it has expired, a condition fails, or there are fields that no condition allows.</exception>
    public void Demand(string bucket, FormFields fields, DateTimeOffset now)
    {
        if (now >= _expiration)
        {
            throw Denied("Policy expired.");
        }

        foreach (Condition condition in _conditions)
        {
            string? value = condition.Field.Equals("bucket", StringComparison.OrdinalIgnoreCase) ? bucket : fields[condition.Field];
            bool holds = value is not null
                && (condition.IsPrefix ? value.StartsWith(condition.Value, StringComparison.Ordinal) : value == condition.Value);
            if (!holds)
            {
                throw Denied($"Policy Condition failed: [\"{(condition.IsPrefix ? "starts-with" : "eq")}\", \"${condition.Field}\", \"{condition.Value}\"]");
            }
        }

        // INVARIANT: what the policy's author hasn't thought of isn't allowed.
        string[] extra =
        [
            .. fields.Names.Where(name => !s_unchecked.Contains(name)
                && !name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase)
                && !_conditions.Exists(condition => condition.Field.Equals(name, StringComparison.OrdinalIgnoreCase))),
        ];
        if (extra.Length > 0)
        {
            throw Denied($"Extra input fields: {string.Join(',', extra)}");
        }
    }

    private static PostPolicy Read(JsonElement root)
    {
        string? expiration = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("expiration", out JsonElement at) ? at.GetString() : null;
        if (expiration is null)
        {
            throw Malformed("Policy missing expiration.");
        }

        if (!RestTime.TryParse(expiration, out DateTimeOffset time))
        {
            throw Malformed($"Invalid 'expiration' value: '{expiration}'");
        }

        if (!root.TryGetProperty("conditions", out JsonElement conditions) || conditions.ValueKind != JsonValueKind.Array)
        {
            throw Malformed("Policy missing conditions.");
        }

        var policy = new PostPolicy(time);
        foreach (JsonElement condition in conditions.EnumerateArray())
        {
            policy.Add(condition);
        }

        return policy;
    }

    private void Add(JsonElement condition)
    {
        if (condition.ValueKind == JsonValueKind.Object)
        {
            JsonProperty[] pairs = [.. condition.EnumerateObject()];
            if (pairs.Length != 1)
            {
                throw Malformed("Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.");
            }

            _conditions.Add(new(pairs[0].Name, Text(pairs[0].Value), IsPrefix: false));
            return;
        }

        if (condition.ValueKind != JsonValueKind.Array || condition.GetArrayLength() != 3)
        {
            throw Malformed("Invalid Condition: conditions have three parts.");
        }

        switch (condition[0].GetString()?.ToLowerInvariant())
        {
            case "eq":
                _conditions.Add(new(Field(condition[1]), Text(condition[2]), IsPrefix: false));
                break;
            case "starts-with":
                _conditions.Add(new(Field(condition[1]), Text(condition[2]), IsPrefix: true));
                break;
            case "content-length-range":
                Least = Math.Max(Least ?? 0, Number(condition[1]));
                Most = Math.Min(Most ?? long.MaxValue, Number(condition[2]));
                break;
            case var unknown:
                throw Malformed($"Invalid Condition: unknown operation '{unknown}'.");
        }
    }

    private static string Field(JsonElement name) =>
        name.GetString() is ['$', .. var field] ? field : throw Malformed("Invalid Condition: a field's name begins with $.");

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => throw Malformed("Invalid Condition: a value is a text."),
    };

    private static long Number(JsonElement value) =>
        long.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw Malformed("Invalid content-length-range: bounds are whole numbers.");

    private static AwsError Malformed(string what) => new("InvalidPolicyDocument", 400, Invalid + what);

    private static AwsError Denied(string what) => new("AccessDenied", 403, $"Invalid according to Policy: {what}");

    private sealed record Condition(string Field, string Value, bool IsPrefix);
}
