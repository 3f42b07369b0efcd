using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lets the management account of an organization act as the root users of its accounts.</summary>
internal sealed class EnableOrganizationsRootSessions : WriteOperation<EnableOrganizationsRootSessionsRequest, EnableOrganizationsRootSessionsResponse>
{
    protected override void Authorize(EnableOrganizationsRootSessionsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:EnableOrganizationsRootSessions");

    protected override EnableOrganizationsRootSessionsResponse Commit(EnableOrganizationsRootSessionsRequest request, CallContext call, WriteTransaction state) =>
        throw Organizations.NotFound();
}
