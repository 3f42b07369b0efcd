namespace Claviger.Policy;

/// <summary>AWS's words for what is wrong with a policy.</summary>
internal static class ValidationText
{
    public const string Syntax = "Syntax errors in policy.";
    public const string Version = "Policy document must be version 2012-10-17 or greater.";
    public const string Legacy = "The policy failed legacy parsing";
    public const string SidNotUnique = "Statement IDs (SID) in a single policy must be unique.";
    public const string SidCharacters =
        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*";

    public const string NoActions = "Policy statement must contain actions.";
    public const string NoResources = "Policy statement must contain resources.";
    public const string PrincipalInIdentity = "Policy document should not specify a principal.";
    public const string NoVendor = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
    public const string TwoColons = "Actions/Condition can contain only one colon.";
    public const string ResourceVendor = "Resource vendor must be fully qualified and cannot contain regexes.";
    public const string IamPath =
        "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, "
        + "server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.";

    // Trust policies are read by another parser of AWS's, with words of its own.
    public const string InvalidJson = "This policy contains invalid Json";
    public const string InvalidVersion = "The policy must contain a valid version string";
    public const string NoStatement = "Could not parse the policy: Statement is empty!";
    public const string TrustSidNotUnique = "The Statement Ids in the policy are not unique";
    public const string EmptyPrincipal = "Missing required field Principal cannot be empty!";
    public const string NotPrincipalInTrust = "AssumeRole policy must not contain NotPrincipal field.";
    public const string AllowNotPrincipal = "Allow with NotPrincipal is not allowed.";
    public const string TrustActions = "AssumeRole policy may only specify STS AssumeRole actions.";
    public const string ResourceInTrust = "Has prohibited field Resource";
    public const string NotResourceInTrust = "AssumeRole policy must not contain resources.";

    public const string ControlPolicy = "The provided policy document does not meet the requirements of the specified policy type.";

    public static string Missing(string element) => $"Missing required field {element}";

    public static string Effect(string effect) => $"Invalid effect: {effect}";

    public static string Vendor(string vendor) => $"Vendor {vendor} is not valid";

    public static string NotAnArn(string resource) => $"Resource {resource} must be in ARN format or \"*\".";

    public static string Partition(string partition, string arn) => $"Partition \"{partition}\" is not valid for resource \"{arn}\".";

    public static string IamRegion(string resource) => $"IAM resource {resource} cannot contain region information.";

    public static string Region(string resource) => $"Resource {resource} can not contain region information.";

    public static string Principal(string type, string value) => $"Invalid principal in policy: \"{type}\":\"{value}\"";
}
