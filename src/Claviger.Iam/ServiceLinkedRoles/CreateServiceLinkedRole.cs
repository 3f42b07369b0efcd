using System.Text.Json.Nodes;
using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Catalogue;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes the role of a service, which trusts the service alone and has the policy that AWS gives it.</summary>
internal sealed class CreateServiceLinkedRole : WriteOperation<CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse>
{
    protected override void Refine(CreateServiceLinkedRoleRequest request, CallContext call)
    {
        if (LinkedService.Find(request.AWSServiceName) is not { } service)
        {
            throw AwsError.InvalidInput($"Service role name is not available for service {request.AWSServiceName}");
        }

        if (request.CustomSuffix is not null && !service.TakesSuffix)
        {
            throw AwsError.InvalidInput($"Custom suffix is not allowed for {request.AWSServiceName}");
        }
    }

    protected override void Authorize(CreateServiceLinkedRoleRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:CreateServiceLinkedRole", Arns.Role(call.Caller.Account, PathOf(request), NameOf(request)))
            .With(IamKeys.AwsServiceName, request.AWSServiceName);

    protected override CreateServiceLinkedRoleResponse Commit(CreateServiceLinkedRoleRequest request, CallContext call, WriteTransaction state)
    {
        var name = NameOf(request);
        if (Roles.Find(state, state.Account, name) is not null)
        {
            throw AwsError.InvalidInput($"Service role name {name} has been taken in this account, please try a different suffix.");
        }

        Quotas.Demand(state, "RolesPerAccount", Roles.Count(state, state.Account));
        var role = new RoleRecord
        {
            Account = state.Account,
            Id = UniqueId.New("AROA"),
            Name = name,
            Path = PathOf(request),
            TrustPolicy = TrustOf(request.AWSServiceName),
            Description = request.Description,
            Created = state.Now,
        };
        Roles.Insert(state, role);
        if (LinkedService.Find(request.AWSServiceName)!.PolicyName is { } policyName && ManagedPolicies.TryFindByName(policyName, out var policy))
        {
            Attachments.Insert(state, new AttachmentRecord { Account = state.Account, EntityId = role.Id, PolicyArn = policy.Arn });
        }

        return new CreateServiceLinkedRoleResponse { Role = RoleShapes.Made(role, state) };
    }

    private static string NameOf(CreateServiceLinkedRoleRequest request) => LinkedService.Find(request.AWSServiceName)!.RoleName(request.CustomSuffix);

    private static string PathOf(CreateServiceLinkedRoleRequest request) => $"{ServiceLinkedRole.PathPrefix}{request.AWSServiceName}/";

    private static string TrustOf(string service) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = service },
            ["Action"] = "sts:AssumeRole",
        }),
    }.ToJsonString();
}
