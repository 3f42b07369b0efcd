using System.Globalization;
using System.Text;
using Claviger.Aws;
using Claviger.Aws.Shapes.AccessAnalyzer;
using Claviger.Catalogue;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.AccessAnalyzer;

/// <summary>Looks a policy over against AWS's published actions, resources and keys; findings are in English, whatever the locale.</summary>
internal sealed class ValidatePolicy : ReadOperation<ValidatePolicyRequest, ValidatePolicyResponse>
{
    private const int MostFindings = 1_000;
    private const int FindingsOfPage = 100;
    private const string TrustPolicy = "AWS::IAM::AssumeRolePolicyDocument";

    protected override void Authorize(ValidatePolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("access-analyzer:ValidatePolicy");

    protected override void Refine(ValidatePolicyRequest request, CallContext call)
    {
        if (request.MaxResults is < 1 or > MostFindings)
        {
            throw Invalid($"The value of maxResults must be between 1 and {MostFindings}.");
        }

        if (request.ValidatePolicyResourceType is not null && request.PolicyType != "RESOURCE_POLICY")
        {
            throw Invalid("The parameter validatePolicyResourceType is for resource policies only.");
        }

        PlaceOf(request);
    }

    protected override ValidatePolicyResponse Run(ValidatePolicyRequest request, CallContext call, ReadTransaction state)
    {
        var place = PlaceOf(request);
        var limit = request.MaxResults ?? FindingsOfPage;
        var findings = FindingsValidator.Validate(request.PolicyDocument, KindOf(request));
        var text = new PolicyText(request.PolicyDocument);
        return new ValidatePolicyResponse
        {
            Findings = [.. findings.Skip(place).Take(limit).Select(finding => Shape(finding, text))],
            NextToken = findings.Count - place > limit ? TokenOf(place + limit) : null,
        };
    }

    private static PolicyKind KindOf(ValidatePolicyRequest request) => request.PolicyType switch
    {
        "RESOURCE_POLICY" => request.ValidatePolicyResourceType == TrustPolicy ? PolicyKind.Trust : PolicyKind.Resource,
        "SERVICE_CONTROL_POLICY" => PolicyKind.ServiceControl,
        "RESOURCE_CONTROL_POLICY" => PolicyKind.ResourceControl,
        _ => PolicyKind.Identity,
    };

    private static ValidatePolicyFindingShape Shape(Finding finding, PolicyText text) => new()
    {
        FindingDetails = $"{finding.Message} {finding.Remedy}",
        FindingType = finding.Type switch
        {
            FindingType.Error => "ERROR",
            FindingType.SecurityWarning => "SECURITY_WARNING",
            FindingType.Warning => "WARNING",
            FindingType.Suggestion => "SUGGESTION",
        },
        IssueCode = finding.Code,
        LearnMoreLink = LinkOf(finding),
        Locations = [new LocationShape { Path = PolicyText.PathOf(finding.Path), Span = text.SpanAt(finding.Line, finding.Column) }],
    };

    // AWS: every check has a paragraph on this page, named by its type and code.
    private static string LinkOf(Finding finding)
    {
        var type = finding.Type switch
        {
            FindingType.Error => "error",
            FindingType.SecurityWarning => "security-warning",
            FindingType.Warning => "general-warning",
            FindingType.Suggestion => "suggestion",
        };
        var code = finding.Code.ToLowerInvariant().Replace('_', '-');
        return "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
            + $"#access-analyzer-reference-policy-checks-{type}-{code}";
    }

    private static string TokenOf(int place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(place.ToString(CultureInfo.InvariantCulture)));

    private static int PlaceOf(ValidatePolicyRequest request)
    {
        if (request.NextToken is not { } token)
        {
            return 0;
        }

        Span<byte> text = stackalloc byte[16];
        return Convert.TryFromBase64String(token, text, out var length)
            && int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                ? place
                : throw Invalid("The value of nextToken is not valid.");
    }

    private static AwsError Invalid(string message) => AwsError.ValidationException(message).With("reason", "fieldValidationFailed");
}
