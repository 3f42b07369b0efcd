namespace Claviger.Catalogue;

/// <summary>Checks ARNs against the forms that their service's resources have.</summary>
internal static class ArnFormChecks
{
    private static readonly FindingCheck InvalidResource = FindingCheck.Error("INVALID_ARN_RESOURCE",
        "The last part of an ARN has none of the forms that the service's resources have.", "Correct the part after the account.");

    private static readonly FindingCheck UndocumentedResource = FindingCheck.Warning("UNDOCUMENTED_RESOURCE",
        "An ARN has no form that AWS's reference lists, but AWS's own managed policies have it.", "Make sure that such a resource exists.");

    private static readonly FindingCheck RegionNotAllowed = FindingCheck.Error("ARN_REGION_NOT_ALLOWED",
        "An ARN has a Region, but the ARNs of such resources have none.", "Leave the Region empty.");

    private static readonly FindingCheck MissingRegion = FindingCheck.Error("MISSING_ARN_REGION",
        "An ARN has no Region, but the ARNs of such resources have one.", "Add the Region, or *.");

    private static readonly FindingCheck AccountNotAllowed = FindingCheck.Error("ARN_ACCOUNT_NOT_ALLOWED",
        "An ARN has an account, but the ARNs of such resources have none.", "Leave the account empty.");

    private static readonly FindingCheck MissingAccount = FindingCheck.Error("MISSING_ARN_ACCOUNT",
        "An ARN has no account, but the ARNs of such resources have one.", "Add the account, or *.");

    private static readonly FindingCheck InvalidIamPath = FindingCheck.Error("INVALID_IAM_RESOURCE",
        "The last part of an ARN of IAM is neither \"*\" nor does it begin with a kind of resource and a slash; IAM doesn't save such a policy.",
        "Write the kind out, as in user/*.");

    public static CheckFamily Family { get; } = new("Forms of ARNs",
        [InvalidResource, UndocumentedResource, RegionNotAllowed, MissingRegion, AccountNotAllowed, MissingAccount, InvalidIamPath], Run);

    private static void Run(CheckRun run)
    {
        foreach (var resource in run.Policy.Statements.SelectMany(s => s.Resource?.Values ?? []))
        {
            if (ArnSegments.Parse(resource.Text) is { HasVariableBeforeResource: false } arn)
            {
                Check(run, resource, arn);
            }
        }
    }

    private static void Check(CheckRun run, JsonSyntax resource, ArnSegments arn)
    {
        var types = ArnForms.OfService(arn.Service);
        var pattern = new ResourcePattern(arn);
        if (types.Count == 0 || types.Exists(pattern.CanBe))
        {
            if (arn.Service == "iam" && arn.Resource is not ("*" or "root") && !NamesKind(arn.Resource))
            {
                run.Report(InvalidIamPath, resource, $"IAM doesn't take \"{arn.Resource}\" for the last part of its ARNs.");
            }

            return;
        }

        if (ServiceReference.IsUndocumented(resource.Text))
        {
            run.Report(UndocumentedResource, resource, $"AWS's reference has no resource of the form \"{resource.Text}\".");
            return;
        }

        var fitting = types.FindAll(pattern.FitsResource);
        if (fitting.Count == 0)
        {
            run.Report(InvalidResource, resource, $"{arn.Service} has no resources of the form \"{arn.Resource}\".");
        }
        else if (!fitting.Exists(pattern.FitsRegion))
        {
            var isMissing = arn.Region.Length == 0;
            run.Report(isMissing ? MissingRegion : RegionNotAllowed, resource, $"{(isMissing ? "A Region is missing from" : "There must be no Region in")} \"{resource.Text}\".");
        }
        else
        {
            var isMissing = arn.Account.Length == 0;
            run.Report(isMissing ? MissingAccount : AccountNotAllowed, resource, $"{(isMissing ? "An account is missing from" : "There must be no account in")} \"{resource.Text}\".");
        }
    }

    // Whether the kind of resource is written out: the slash after it comes before any wildcard or variable.
    private static bool NamesKind(string resource) => resource.AsSpan().IndexOfAny("/*?$") is >= 0 and var end && resource[end] == '/';
}
