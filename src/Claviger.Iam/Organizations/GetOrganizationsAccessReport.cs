using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a report on when the accounts of an organization last used services. There are none where there is no organization.</summary>
internal sealed class GetOrganizationsAccessReport : ReadOperation<GetOrganizationsAccessReportRequest, GetOrganizationsAccessReportResponse>
{
    protected override void Authorize(GetOrganizationsAccessReportRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetOrganizationsAccessReport");

    protected override GetOrganizationsAccessReportResponse Run(GetOrganizationsAccessReportRequest request, CallContext call, ReadTransaction state) =>
        throw AwsError.NoSuchEntity($"The job with id {request.JobId} cannot be found.");
}
