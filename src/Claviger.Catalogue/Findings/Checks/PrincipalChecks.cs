using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Checks on whom a policy names.</summary>
internal static partial class PrincipalChecks
{
    private static readonly FindingCheck UnsupportedPrincipal = FindingCheck.Error("UNSUPPORTED_PRINCIPAL",
        "An identity policy, boundary or session policy names a principal: it applies to whom it is attached.", "Remove the element.");

    private static readonly FindingCheck InvalidPrincipalKey = FindingCheck.Error("INVALID_PRINCIPAL_KEY",
        "A type of principal is none of AWS, Service, Federated and CanonicalUser.", "Correct the type.");

    private static readonly FindingCheck InvalidPrincipalFormat = FindingCheck.Error("INVALID_PRINCIPAL_FORMAT",
        "A principal has none of the forms that its type has.", "Write an account id, the ARN of an account, user, role or session, or \"*\".");

    private static readonly FindingCheck UnsupportedWildcard = FindingCheck.Error("UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
        "A principal has a wildcard as a part of it, which matches nobody.",
        "Name each principal, or use \"*\" with a condition on aws:PrincipalArn.");

    private static readonly FindingCheck UnsupportedType = FindingCheck.Error("UNSUPPORTED_PRINCIPAL_TYPE",
        "The ARN of a principal is of something that can't be one, such as a group.", "Name users, roles, sessions or accounts.");

    private static readonly FindingCheck InvalidServicePrincipal = FindingCheck.Error("INVALID_SERVICE_PRINCIPAL_FORMAT",
        "A service's principal doesn't have the form of one.", "Write it as in ec2.amazonaws.com.");

    private static readonly FindingCheck InvalidRoleReference = FindingCheck.Warning("INVALID_ROLE_REFERENCE",
        "A principal is the unique id of a role: the role was deleted, or the id was copied.", "Write the role's ARN.");

    private static readonly FindingCheck InvalidUserReference = FindingCheck.Warning("INVALID_USER_REFERENCE",
        "A principal is the unique id of a user: the user was deleted, or the id was copied.", "Write the user's ARN.");

    private static readonly FindingCheck EmptyArray = FindingCheck.Suggestion("EMPTY_ARRAY_PRINCIPAL",
        "A list of principals is empty.", "Name principals, or remove the list.");

    private static readonly FindingCheck EmptyObject = FindingCheck.Suggestion("EMPTY_OBJECT_PRINCIPAL",
        "A Principal element is empty, so that the statement never applies.", "Name principals, or remove the statement.");

    private static readonly ImmutableArray<string> Types = ["AWS", "Service", "Federated", "CanonicalUser"];

    public static CheckFamily Family { get; } = new("Principals",
        [UnsupportedPrincipal, InvalidPrincipalKey, InvalidPrincipalFormat, UnsupportedWildcard, UnsupportedType, InvalidServicePrincipal,
            InvalidRoleReference, InvalidUserReference, EmptyArray, EmptyObject],
        Run);

    private static void Run(CheckRun run)
    {
        foreach (var principal in run.Policy.Statements.Select(s => s.Principal).OfType<PrincipalSyntax>())
        {
            if (run.Policy.IsPrincipalSide)
            {
                run.Report(UnsupportedPrincipal, principal.Member, $"A policy of this kind can't have {principal.Member.Name}.");
            }
            else if (run.Policy.Kind != PolicyKind.ServiceControl)
            {
                CheckShape(run, principal);
                foreach (var (type, value) in principal.Entries)
                {
                    Check(run, type, value);
                }
            }
        }
    }

    private static void CheckShape(CheckRun run, PrincipalSyntax principal)
    {
        var element = principal.Member.Value;
        if (element is { IsObject: true, Members.IsEmpty: true })
        {
            run.Report(EmptyObject, element, $"{principal.Member.Name} names nobody.");
        }

        foreach (var member in element.Members)
        {
            if (!Types.Contains(member.Name))
            {
                run.Report(InvalidPrincipalKey, member, $"There is no type of principal {member.Name}.{Nearest.Question(member.Name, Types)}");
            }

            if (member.Value is { IsArray: true, Items.IsEmpty: true })
            {
                run.Report(EmptyArray, member.Value, $"{member.Name} names nobody.");
            }
        }
    }

    private static void Check(CheckRun run, string type, JsonSyntax value)
    {
        switch (type)
        {
            case PrincipalSyntax.BareType when value.Text != "*":
                run.Report(InvalidPrincipalFormat, value, $"\"{value.Text}\" needs a type, as in {{\"AWS\": \"…\"}}; only \"*\" stands alone.");
                break;
            case "AWS" when value.Text != "*":
                CheckAws(run, value);
                break;
            case "Service" or "Federated" or "CanonicalUser" when Glob.HasWildcard(value.Text):
                run.Report(UnsupportedWildcard, value, $"{type} takes no wildcard: \"{value.Text}\" matches nobody.");
                break;
            case "Service" when !ServiceRegex().IsMatch(value.Text):
                run.Report(InvalidServicePrincipal, value, $"\"{value.Text}\" is no service principal.");
                break;
            case "CanonicalUser" when !CanonicalUserRegex().IsMatch(value.Text):
                run.Report(InvalidPrincipalFormat, value, $"\"{value.Text}\" is no canonical user id, which has 64 hexadecimal digits, and no origin access identity.");
                break;
        }
    }

    private static void CheckAws(CheckRun run, JsonSyntax value)
    {
        var text = value.Text;
        if (Glob.HasWildcard(text))
        {
            run.Report(UnsupportedWildcard, value, $"\"{text}\" matches nobody: a wildcard must stand alone.");
        }
        else if (UniqueIdRegex().Match(text) is { Success: true } id)
        {
            var (check, what) = id.Groups["type"].Value == "AROA" ? (InvalidRoleReference, "role") : (InvalidUserReference, "user");
            run.Report(check, value, $"{text} is the unique id of a {what}, and matches only that one.");
        }
        else if (UnsupportedTypeRegex().IsMatch(text))
        {
            run.Report(UnsupportedType, value, $"\"{text}\" can't be a principal.");
        }
        else if (!AwsRegex().IsMatch(text))
        {
            run.Report(InvalidPrincipalFormat, value, $"\"{text}\" is neither an account nor the ARN of a principal.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]*\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal|aws\.com|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov)$")]
    private static partial Regex ServiceRegex();

    [GeneratedRegex("^([0-9a-f]{64}|[0-9a-f]{96})$")]
    private static partial Regex CanonicalUserRegex();

    [GeneratedRegex("^(?<type>AROA|AIDA)[A-Z0-9]{12,}$")]
    private static partial Regex UniqueIdRegex();

    [GeneratedRegex("^arn:[^:]+:iam::[0-9]{12}:(group|instance-profile|policy|mfa|server-certificate)/")]
    private static partial Regex UnsupportedTypeRegex();

    [GeneratedRegex("^([0-9]{12}|arn:[a-z-]+:(iam::([0-9]{12}:(root|user/.+|role/.+)|cloudfront:user/.+)|sts::[0-9]{12}:(assumed-role/[^/]+/.+|federated-user/.+)))$")]
    private static partial Regex AwsRegex();
}
