using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists what an organization has switched on for the root users of its accounts.</summary>
internal sealed class ListOrganizationsFeatures : ReadOperation<ListOrganizationsFeaturesRequest, ListOrganizationsFeaturesResponse>
{
    protected override void Authorize(ListOrganizationsFeaturesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListOrganizationsFeatures");

    protected override ListOrganizationsFeaturesResponse Run(ListOrganizationsFeaturesRequest request, CallContext call, ReadTransaction state) =>
        throw Organizations.NotFound();
}
