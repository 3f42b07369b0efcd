using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lets the management account of an organization no longer act as the root users of its accounts.</summary>
internal sealed class DisableOrganizationsRootSessions : WriteOperation<DisableOrganizationsRootSessionsRequest, DisableOrganizationsRootSessionsResponse>
{
    protected override void Authorize(DisableOrganizationsRootSessionsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:DisableOrganizationsRootSessions");

    protected override DisableOrganizationsRootSessionsResponse Commit(DisableOrganizationsRootSessionsRequest request, CallContext call, WriteTransaction state) =>
        throw Organizations.NotFound();
}
