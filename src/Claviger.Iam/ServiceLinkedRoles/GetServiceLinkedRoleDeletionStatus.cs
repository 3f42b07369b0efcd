using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Tells what became of the deletion of a service's role.</summary>
internal sealed class GetServiceLinkedRoleDeletionStatus
    : ReadOperation<GetServiceLinkedRoleDeletionStatusRequest, GetServiceLinkedRoleDeletionStatusResponse>
{
    private const string Prefix = "task" + ServiceLinkedRole.PathPrefix;

    // A task's id is the path and name of its role, and a part that is its own.
    protected override void Authorize(
        GetServiceLinkedRoleDeletionStatusRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var parts = request.DeletionTaskId.Split('/');
        targets.Add(
            "iam:GetServiceLinkedRoleDeletionStatus",
            parts.Length == 5 && request.DeletionTaskId.StartsWith(Prefix, StringComparison.Ordinal)
                ? Arns.Role(call.Caller.Account, $"/{parts[1]}/{parts[2]}/", parts[3])
                : Arns.Role(call.Caller.Account, "/", request.DeletionTaskId));
    }

    protected override GetServiceLinkedRoleDeletionStatusResponse Run(
        GetServiceLinkedRoleDeletionStatusRequest request, CallContext call, ReadTransaction state) =>
        RoleDeletions.Exists(state, call.Caller.Account, request.DeletionTaskId)
            ? new GetServiceLinkedRoleDeletionStatusResponse { Status = "SUCCEEDED" }
            : throw AwsError.NoSuchEntity($"The deletion task {request.DeletionTaskId} cannot be found.");
}
