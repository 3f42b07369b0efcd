using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lets the management account of an organization no longer take away the credentials of its accounts' root users.</summary>
internal sealed class DisableOrganizationsRootCredentialsManagement : WriteOperation<DisableOrganizationsRootCredentialsManagementRequest, DisableOrganizationsRootCredentialsManagementResponse>
{
    protected override void Authorize(DisableOrganizationsRootCredentialsManagementRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:DisableOrganizationsRootCredentialsManagement");

    protected override DisableOrganizationsRootCredentialsManagementResponse Commit(DisableOrganizationsRootCredentialsManagementRequest request, CallContext call, WriteTransaction state) =>
        throw Organizations.NotFound();
}
