using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes a user, without any permission or credential.</summary>
internal sealed class CreateUser : WriteOperation<CreateUserRequest, CreateUserResponse>
{
    protected override void Authorize(CreateUserRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = Arns.User(call.Caller.Account, request.Path ?? "/", request.UserName!);
        var tags = Tagging.Read(request.Tags);
        targets.Add("iam:CreateUser", arn)
            .WithRequestTags(tags)
            .With(IamKeys.PermissionsBoundary, request.PermissionsBoundary);
        if (tags.Count > 0)
        {
            targets.Add("iam:TagUser", arn).WithRequestTags(tags);
        }
    }

    protected override CreateUserResponse Commit(CreateUserRequest request, CallContext call, WriteTransaction state)
    {
        if (Users.Find(state, state.Account, request.UserName!) is not null)
        {
            throw AwsError.EntityAlreadyExists($"User with name {request.UserName} already exists.");
        }

        Quotas.Demand(state, "UsersPerAccount", Users.Count(state, state.Account));
        if (request.PermissionsBoundary is { } boundary)
        {
            ManagedPolicyLookup.Demand(boundary, state, state.Account);
        }

        var user = new UserRecord
        {
            Account = state.Account,
            Id = UniqueId.New("AIDA"),
            Name = request.UserName!,
            Path = request.Path ?? "/",
            Created = state.Now,
            PermissionsBoundary = request.PermissionsBoundary,
            Tags = Tagging.Read(request.Tags),
        };
        Users.Insert(state, user);
        return new CreateUserResponse { User = UserShapes.Whole(user) };
    }
}
