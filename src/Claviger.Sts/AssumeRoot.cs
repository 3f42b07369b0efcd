using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Gives the management account of an organization short sessions as the root user of a member account, for one of a few tasks.</summary>
// AWS: denied to an account that manages no organization, whatever its policies say. No account of this server is in one.
internal sealed class AssumeRoot : ReadOperation<AssumeRootRequest, AssumeRootResponse>
{
    private const string Tasks = "arn:aws:iam::aws:policy/root-task/";

    protected override void Refine(AssumeRootRequest request, CallContext call)
    {
        if (AccountOf(request.TargetPrincipal) is null)
        {
            throw AwsError.ValidationError($"{request.TargetPrincipal} is invalid");
        }

        if (request.TaskPolicyArn.Arn?.StartsWith(Tasks, StringComparison.Ordinal) != true)
        {
            throw AwsError.ValidationError($"Policy {request.TaskPolicyArn.Arn} is not a policy for a root task.");
        }
    }

    protected override void Authorize(AssumeRootRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("sts:AssumeRoot", ArnOf(request)).With(StsKeys.TaskPolicyArn, request.TaskPolicyArn.Arn);

    protected override AssumeRootResponse Run(AssumeRootRequest request, CallContext call, ReadTransaction state) =>
        throw AwsError.AccessDenied($"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRoot on resource: {ArnOf(request)}");

    private static string ArnOf(AssumeRootRequest request) => $"arn:aws:iam::{AccountOf(request.TargetPrincipal)}:root";

    // AWS: a number or the ARN of a root user.
    private static AccountId? AccountOf(string target) =>
        AccountId.TryParse(target, out var account) ? account
        : Arn.TryParse(target, out var arn) && arn is { Partition: "aws", Service: "iam", Region: "", Resource: "root" } && AccountId.TryParse(arn.Account, out account) ? account
        : null;
}
