using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows the credential report that was made last.</summary>
internal sealed class GetCredentialReport : ReadOperation<GetCredentialReportRequest, GetCredentialReportResponse>
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(4);

    protected override void Authorize(GetCredentialReportRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetCredentialReport");

    protected override GetCredentialReportResponse Run(GetCredentialReportRequest request, CallContext call, ReadTransaction state)
    {
        var report = Reports.Find(state, call.Caller.Account, Reports.Credentials)
            ?? throw AwsError.ReportNotPresent("No report exists. Call GenerateCredentialReport to create a report.");
        return call.Time < report.Created + GoodFor
            ? new GetCredentialReportResponse { Content = report.Content, ReportFormat = "text/csv", GeneratedTime = report.Created }
            : throw AwsError.ReportExpired("The report has expired. Call GenerateCredentialReport to create a new report.");
    }
}
