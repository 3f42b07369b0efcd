using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Begins a report on when services were last used by an entity, or by those who have a policy.</summary>
internal sealed class GenerateServiceLastAccessedDetails
    : WriteOperation<GenerateServiceLastAccessedDetailsRequest, GenerateServiceLastAccessedDetailsResponse>
{
    protected override void Refine(GenerateServiceLastAccessedDetailsRequest request, CallContext call) => ManagedPolicyLookup.DemandArn(request.Arn);

    protected override void Authorize(GenerateServiceLastAccessedDetailsRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        if (PolicyTargets.IsAwsOwned(request.Arn) || Policies.ByArn(state, request.Arn)?.Account == call.Caller.Account)
        {
            targets.AddPolicy("iam:GenerateServiceLastAccessedDetails", call, request.Arn, state);
            return;
        }

        targets.AddPolicySource("iam:GenerateServiceLastAccessedDetails", request.Arn, call, state);
    }

    protected override GenerateServiceLastAccessedDetailsResponse Commit(
        GenerateServiceLastAccessedDetailsRequest request, CallContext call, WriteTransaction state)
    {
        var report = new AccessReport(request.Arn, request.Granularity ?? "SERVICE_LEVEL");
        report.Subjects(call, state);
        var job = RequestId.New();
        Reports.Put(state, new ReportRecord { Account = state.Account, Id = AccessReport.KeyOf(job), Content = report.Encode(), Created = state.Now });
        return new GenerateServiceLastAccessedDetailsResponse { JobId = job };
    }
}
