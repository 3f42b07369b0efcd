using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lets the management account of an organization take away the credentials of its accounts' root users.</summary>
internal sealed class EnableOrganizationsRootCredentialsManagement : WriteOperation<EnableOrganizationsRootCredentialsManagementRequest, EnableOrganizationsRootCredentialsManagementResponse>
{
    protected override void Authorize(EnableOrganizationsRootCredentialsManagementRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:EnableOrganizationsRootCredentialsManagement");

    protected override EnableOrganizationsRootCredentialsManagementResponse Commit(EnableOrganizationsRootCredentialsManagementRequest request, CallContext call, WriteTransaction state) =>
        throw Organizations.NotFound();
}
