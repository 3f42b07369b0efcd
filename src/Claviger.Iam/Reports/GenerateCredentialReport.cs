using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes the account's credential report, in place of the one before.</summary>
// AWS: a new one is made every four hours at most; here at every call, which shows more than AWS and never less.
internal sealed class GenerateCredentialReport(IStore store) : PreparedWriteOperation<GenerateCredentialReportRequest, byte[], GenerateCredentialReportResponse>
{
    protected override void Authorize(GenerateCredentialReportRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GenerateCredentialReport");

    protected override ValueTask<byte[]> PrepareAsync(GenerateCredentialReportRequest request, CallContext call) =>
        store.ReadAsync(call.Caller.Account, static (state, account) => CredentialReport.Write(account, state));

    protected override GenerateCredentialReportResponse Commit(
        GenerateCredentialReportRequest request, byte[] prepared, CallContext call, WriteTransaction state)
    {
        Reports.Put(state, new ReportRecord { Account = state.Account, Id = Reports.Credentials, Content = prepared, Created = state.Now });
        return new GenerateCredentialReportResponse { State = "COMPLETE" };
    }
}
