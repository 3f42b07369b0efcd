using Claviger.Aws.Shapes.Iam;
using Claviger.Catalogue;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists managed policies: the account's own by name, then AWS's by name.</summary>
internal sealed class ListPolicies : ReadOperation<ListPoliciesRequest, ListPoliciesResponse>
{
    /// <summary>Policies of the account read at a time where most of them are passed over.</summary>
    private const int Stride = 256;

    private const string OwnKey = "1";
    private const string AwsKey = "2";

    protected override void Authorize(ListPoliciesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListPolicies", "*").Named($"policy path {request.PathPrefix ?? "/"}");

    protected override ListPoliciesResponse Run(ListPoliciesRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var listed = page.Cut(
            [.. Own(request, call, state, page.After).Concat(Aws(request, call, state, page.After)).Take(page.Reach)],
            static policy => policy.Key,
            out var marker);
        return new ListPoliciesResponse
        {
            Policies = [.. listed.Select(static policy => policy.Shape)],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static IEnumerable<(string Key, PolicyShape Shape)> Own(ListPoliciesRequest request, CallContext call, ReadTransaction state, string after)
    {
        if (request.Scope == "AWS" || after.StartsWith(AwsKey, StringComparison.Ordinal))
        {
            yield break;
        }

        var key = after.Length > 0 ? after[OwnKey.Length..] : "";
        while (Policies.Page(state, call.Caller.Account, request.PathPrefix ?? "/", key, Stride) is { Count: > 0 } policies)
        {
            foreach (var policy in policies)
            {
                key = NameKey.Of(policy.Name);
                if (IsAsked(request, call, state, policy.Arn))
                {
                    yield return (OwnKey + key, PolicyShapes.InList(policy, state));
                }
            }
        }
    }

    private static IEnumerable<(string Key, PolicyShape Shape)> Aws(ListPoliciesRequest request, CallContext call, ReadTransaction state, string after)
    {
        if (request.Scope == "Local")
        {
            yield break;
        }

        var name = after.StartsWith(AwsKey, StringComparison.Ordinal) ? after[AwsKey.Length..] : "";
        var remaining = ManagedPolicies.After(name);
        for (var i = 0; i < remaining.Length; i++)
        {
            var policy = remaining.Span[i];
            if (policy.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal) && IsAsked(request, call, state, policy.Arn))
            {
                yield return (AwsKey + policy.Name, PolicyShapes.Of(policy, call.Caller.Account, state, isInList: true));
            }
        }
    }

    private static bool IsAsked(ListPoliciesRequest request, CallContext call, ReadTransaction state, string arn)
    {
        var account = call.Caller.Account;
        return request.PolicyUsageFilter switch
        {
            "PermissionsPolicy" => Attachments.CountOfPolicy(state, account, arn) > 0,
            "PermissionsBoundary" => PolicyShapes.BoundaryUsers(account, arn, state) > 0,
            _ => request.OnlyAttached != true || Attachments.CountOfPolicy(state, account, arn) > 0,
        };
    }
}
