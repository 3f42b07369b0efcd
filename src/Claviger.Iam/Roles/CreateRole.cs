using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes a role, with the policy that says who may assume it.</summary>
internal sealed class CreateRole : WriteOperation<CreateRoleRequest, CreateRoleResponse>
{
    protected override void Refine(CreateRoleRequest request, CallContext call) => ServiceLinkedRole.DemandOrdinary(request.Path);

    protected override void Authorize(CreateRoleRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = Arns.Role(call.Caller.Account, request.Path ?? "/", request.RoleName);
        var tags = Tagging.Read(request.Tags);
        targets.Add("iam:CreateRole", arn)
            .WithRequestTags(tags)
            .With(IamKeys.PermissionsBoundary, request.PermissionsBoundary);
        if (tags.Count > 0)
        {
            targets.Add("iam:TagRole", arn).WithRequestTags(tags);
        }
    }

    protected override CreateRoleResponse Commit(CreateRoleRequest request, CallContext call, WriteTransaction state)
    {
        if (Roles.Find(state, state.Account, request.RoleName) is not null)
        {
            throw AwsError.EntityAlreadyExists($"Role with name {request.RoleName} already exists.");
        }

        Quotas.Demand(state, "RolesPerAccount", Roles.Count(state, state.Account));
        if (request.PermissionsBoundary is { } boundary)
        {
            ManagedPolicyLookup.Demand(boundary, state, state.Account);
        }

        var role = new RoleRecord
        {
            Account = state.Account,
            Id = UniqueId.New("AROA"),
            Name = request.RoleName,
            Path = request.Path ?? "/",
            TrustPolicy = TrustDocuments.Accept(request.AssumeRolePolicyDocument, state),
            Description = request.Description,
            MaxSessionDuration = TimeSpan.FromSeconds(request.MaxSessionDuration ?? 3600),
            PermissionsBoundary = request.PermissionsBoundary,
            Tags = Tagging.Read(request.Tags),
            Created = state.Now,
        };
        Roles.Insert(state, role);
        return new CreateRoleResponse { Role = RoleShapes.Made(role, state) };
    }
}
