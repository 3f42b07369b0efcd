using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Begins a report on when the accounts of an organization last used services.</summary>
internal sealed class GenerateOrganizationsAccessReport : WriteOperation<GenerateOrganizationsAccessReportRequest, GenerateOrganizationsAccessReportResponse>
{
    protected override void Authorize(GenerateOrganizationsAccessReportRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GenerateOrganizationsAccessReport", $"arn:aws:iam::{call.Caller.Account}:access-report/{request.EntityPath}");

    // AWS: to who manages no organization, denied.
    protected override GenerateOrganizationsAccessReportResponse Commit(
        GenerateOrganizationsAccessReportRequest request, CallContext call, WriteTransaction state) =>
        throw AwsError.AccessDenied("The account is not the management account of an organization.");
}
