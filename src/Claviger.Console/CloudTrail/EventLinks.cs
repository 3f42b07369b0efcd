namespace Claviger.Console;

/// <summary>The addresses of pages about what happened.</summary>
internal static class EventLinks
{
    public const string History = "/cloudtrail/events";

    /// <summary>The history, searched by one field.</summary>
    public static string By(string field, string? value) => Links.With(History, field, value);

    public static string Event(string? id) => Links.With("/cloudtrail/event", "id", id);

    /// <summary>The page about a resource that an event names; null where there is none.</summary>
    public static string? Resource(string? type, string? name) => (type, name) switch
    {
        (_, null) => null,
        ("AWS::IAM::User", _) => Links.User(name),
        ("AWS::IAM::Group", _) => Links.Group(name),
        ("AWS::IAM::Role", _) when !name.StartsWith("arn:", StringComparison.Ordinal) => Links.Role(name),
        ("AWS::IAM::Policy", _) when name.StartsWith("arn:", StringComparison.Ordinal) => Links.Policy(name),
        ("AWS::S3::Bucket", _) => S3Links.Bucket(name),
        _ => null,
    };
}
