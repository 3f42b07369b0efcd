using Claviger.Aws;
using Claviger.Aws.Shapes.IamToolbox;
using Claviger.Pipeline;
using Claviger.Policy;

namespace Claviger.IamToolbox;

/// <summary>A denial in the shapes of the API.</summary>
internal static class Details
{
    public static AwsError NotFound() => AwsError.ResourceNotFoundException(
        "The requested authorization details do not exist, or have expired. They are kept in the account of the caller that was denied.");

    public static EvaluationShape Evaluation(DeniedCall denial) => new()
    {
        Action = denial.Action,
        Resource = denial.Resource,
        Context = denial.Context,
        EvaluatedEffect = denial.Verdict == Verdict.ExplicitlyDenied ? "EXPLICIT_DENY" : "IMPLICIT_DENY",
        MatchedPolicies = [.. denial.Statements
            .Where(static statement => statement.Outcome == StatementOutcome.Applies)
            .GroupBy(static statement => statement.Policy)
            .Select(policy => new MatchedPolicyShape
            {
                Uri = denial.Policies[policy.Key].Uri,
                MatchedStatements = [.. policy.Select(static statement => new MatchedStatementShape { Sid = statement.Sid, EvaluatedEffect = Effect(statement) })],
            })],
        Explanation = Explanation(denial),
    };

    public static PolicyInfoShape Policy(DenialPolicy policy) => new()
    {
        Type = TypeOf(policy.Kind),
        Inline = policy.IsInline,
        Uri = policy.Uri,
        AttachedTo = policy.AttachedTo is { } arn ? [new AttachedToShape { Arn = arn }] : [],
    };

    private static ExplanationShape Explanation(DeniedCall denial) => new()
    {
        DecidingPolicyType = denial.DecidingKind is { } kind ? TypeOf(kind) : null,
        DenyingPolicyTypes = [.. denial.DenyingKinds.Select(TypeOf)],
        DecidingStatement = denial.DecidingStatement is { } place ? Outcome(denial, denial.Statements[place]) : null,
        Statements = [.. denial.Statements.Select(statement => Outcome(denial, statement))],
        Remedies = [.. denial.Remedies.Select(static remedy => new RemedyShape { PolicyType = TypeOf(remedy.Kind), Statement = remedy.Statement })],
    };

    private static StatementOutcomeShape Outcome(DeniedCall denial, DenialStatement statement) => new()
    {
        PolicyUri = denial.Policies[statement.Policy].Uri,
        PolicyType = TypeOf(denial.Policies[statement.Policy].Kind),
        Index = statement.Index,
        Sid = statement.Sid,
        Effect = Effect(statement),
        Outcome = statement.Outcome switch
        {
            StatementOutcome.Applies => "APPLIES",
            StatementOutcome.ActionDiffers => "ACTION_DIFFERS",
            StatementOutcome.ResourceDiffers => "RESOURCE_DIFFERS",
            StatementOutcome.PrincipalDiffers => "PRINCIPAL_DIFFERS",
            StatementOutcome.ConditionFails => "CONDITION_FAILS",
            StatementOutcome.CannotApply => "CANNOT_APPLY",
        },
        Conditions = [.. statement.Conditions.Select(static condition => new ConditionOutcomeShape
        {
            Operator = condition.Operator,
            Key = condition.Key,
            Wanted = condition.Wanted,
            Actual = condition.Actual,
            Holds = condition.Holds,
        })],
    };

    private static string Effect(DenialStatement statement) => statement.IsDeny ? "DENY" : "ALLOW";

    // AWS: a role's trust policy is one of the policies on resources.
    private static string TypeOf(PolicyKind kind) => kind switch
    {
        PolicyKind.Identity => "IDENTITY_BASED_POLICY",
        PolicyKind.Resource or PolicyKind.Trust => "RESOURCE_BASED_POLICY",
        PolicyKind.Boundary => "PERMISSIONS_BOUNDARY",
        PolicyKind.Session => "SESSION_POLICY",
        PolicyKind.ServiceControl => "SERVICE_CONTROL_POLICY",
        PolicyKind.ResourceControl => "RESOURCE_CONTROL_POLICY",
        PolicyKind.Endpoint => "VPC_ENDPOINT_POLICY",
    };
}
