using System.Globalization;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the versions of a managed policy, the newest first.</summary>
internal sealed class ListPolicyVersions : ReadOperation<ListPolicyVersionsRequest, ListPolicyVersionsResponse>
{
    protected override void Authorize(ListPolicyVersionsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicy("iam:ListPolicyVersions", call, request.PolicyArn, state);

    protected override ListPolicyVersionsResponse Run(ListPolicyVersionsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var versions = page.Cut(
            [.. AllOf(request, call, state).Where(version => page.After.Length == 0 || NumberOf(version.VersionId!) < NumberOf(page.After)).Take(page.Reach)],
            static version => version.VersionId!,
            out var marker);
        return new ListPolicyVersionsResponse { Versions = versions, IsTruncated = marker is not null, Marker = marker };
    }

    private static IEnumerable<PolicyVersionShape> AllOf(ListPolicyVersionsRequest request, CallContext call, ReadTransaction state)
    {
        if (PolicyTargets.IsAwsOwned(request.PolicyArn))
        {
            var aws = PolicyTargets.AwsPolicy(request.PolicyArn);
            return aws.Versions.OrderByDescending(static version => NumberOf(version.VersionId))
                .Select(version => PolicyVersionShapes.Of(version, aws, withDocument: false));
        }

        var policy = state.Policy(call, request.PolicyArn);
        return PolicyVersions.Of(state, policy.Id).OrderByDescending(static version => version.Number)
            .Select(version => PolicyVersionShapes.InList(version, policy));
    }

    // "v12"; a version that is gone still tells where its page ended.
    private static int NumberOf(string versionId) =>
        int.TryParse(versionId.AsSpan(1), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
