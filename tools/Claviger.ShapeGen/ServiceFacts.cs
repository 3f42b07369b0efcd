namespace Claviger.ShapeGen;

/// <summary>What is known of a service from its answers, and isn't in its model.</summary>
internal static class ServiceFacts
{
    private const string PrintableAscii = "It must contain only printable ASCII characters.";
    private const string NameCharacters = "It must contain only alphanumeric characters and/or the following: +=,.@_-";
    private const string Alphanumeric = "It must contain only alphanumeric characters.";
    private const string PathForm = "It must begin and end with / and contain only alphanumeric characters and/or / characters.";
    private const string PathPrefixForm =
        "It must begin with the / character and contain only alphanumeric characters and/or / characters.";

    /// <summary>What IAM says of names and paths with wrong characters, by the pattern that its model has for them.</summary>
    private static readonly Dictionary<string, string> s_sentences = new(StringComparer.Ordinal)
    {
        [@"[\w+=,.@-]+"] = NameCharacters,
        [@"[\w]+"] = Alphanumeric,
        [@"[\u0009\u000A\u000D\u0020-\u00FF]+"] = PrintableAscii,
        [@"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)"] = PathForm,
        [@"((/[A-Za-z0-9\.,\+@=_-]+)*)/"] = PathForm,
        [@"\u002F[\u0021-\u007F]*"] = PathPrefixForm,
    };

    /// <summary>What the models don't mark as sensitive, and no audit event may hold: credentials, and codes that may be valid.</summary>
    private static readonly HashSet<string> s_secrets = new(StringComparer.Ordinal)
    {
        "iam.authenticationCodeType",
        "sts.tokenType",
        "sts.tokenCodeType",
        "sts.contextAssertionType",
    };

    /// <summary>A service's name as part of identifiers, by the name of its model.</summary>
    public static string Identifier(string model) => model switch
    {
        "accessanalyzer" => "AccessAnalyzer",
        "cloudtrail" => "CloudTrail",
        "iam-toolbox" => "IamToolbox",
        _ => Names.Upper(model),
    };

    /// <summary>The prefix of a service's actions and the source of its events, by the name of its model.</summary>
    public static string Prefix(string model) => model == "accessanalyzer" ? "access-analyzer" : model;

    /// <summary>Whether a service has an error of its own for each thing that can be wrong, so that the model's constraints aren't checked for it.</summary>
    public static bool ChecksItself(string service) => service == "cloudtrail";

    /// <summary>How the service words broken constraints.</summary>
    public static string Wording(ServiceDefinition service) => service.Name switch
    {
        "iam" => "WithoutValues",
        "s3" => "OfS3",
        "ec2" => "OfEc2",
        _ => "WithValues",
    };

    /// <summary>The namespace of a service's documents whose model doesn't say it.</summary>
    public static string XmlNamespace(string service) => service == "s3" ? S3Facts.XmlNamespace : "";

    /// <summary>Whether an operation is part of what the service offers. A deprecated one of REST shares its path with its successor.</summary>
    public static bool IsOffered(string service, OperationDefinition operation) => service switch
    {
        "s3" => !(operation.IsDeprecated || S3Facts.IsElsewhere(operation.Name)),
        "ec2" => Ec2Facts.IsServed(operation.Name),
        _ => true,
    };

    /// <summary>Whether another server can be asked for an operation of the service.</summary>
    public static bool IsRelayed(string service, OperationDefinition operation) => service == "s3" && S3Facts.IsRelayed(operation.Name);

    /// <summary>The type of a shape where the wire knows better than the model, or null.</summary>
    public static string? TypeOf(string shape) => S3Facts.Texts.Contains(shape) ? "string" : null;

    /// <summary>AWS's page about an operation.</summary>
    public static string Documentation(ServiceDefinition service, OperationDefinition operation)
    {
        string folder = service.Name switch
        {
            "s3" => "AmazonS3/latest/API",
            "accessanalyzer" => "access-analyzer/latest/APIReference",
            "cloudtrail" => "awscloudtrail/latest/APIReference",
            "iam-toolbox" => "iam-toolbox/latest/APIReference",
            _ => $"{service.Identifier.ToUpperInvariant()}/latest/APIReference",
        };
        return $"https://docs.aws.amazon.com/{folder}/API_{operation.Name}.html";
    }

    /// <summary>What the service says in place of a pattern, or null.</summary>
    public static string? Sentence(ServiceDefinition service, MemberDefinition member, ShapeDefinition shape)
    {
        if (service.Name != "iam" || shape.Pattern is null)
        {
            return null;
        }

        string? sentence = s_sentences.GetValueOrDefault(shape.Pattern);
        return sentence == PathForm && member.Name == "PathPrefix" ? PathPrefixForm : sentence;
    }

    /// <summary>Whether no audit event may hold the value.</summary>
    public static bool IsSecret(ServiceDefinition service, ShapeDefinition shape) =>
        shape.IsSensitive || s_secrets.Contains($"{service.Name}.{shape.Name}");
}
