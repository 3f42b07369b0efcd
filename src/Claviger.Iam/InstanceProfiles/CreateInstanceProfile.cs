using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes an instance profile, without a role in it.</summary>
internal sealed class CreateInstanceProfile : WriteOperation<CreateInstanceProfileRequest, CreateInstanceProfileResponse>
{
    protected override void Authorize(CreateInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = Arns.InstanceProfile(call.Caller.Account, request.Path ?? "/", request.InstanceProfileName);
        var tags = Tagging.Read(request.Tags);
        targets.Add("iam:CreateInstanceProfile", arn).WithRequestTags(tags);
        if (tags.Count > 0)
        {
            targets.Add("iam:TagInstanceProfile", arn).WithRequestTags(tags);
        }
    }

    protected override CreateInstanceProfileResponse Commit(CreateInstanceProfileRequest request, CallContext call, WriteTransaction state)
    {
        if (InstanceProfiles.Find(state, state.Account, request.InstanceProfileName) is not null)
        {
            throw AwsError.EntityAlreadyExists($"Instance Profile {request.InstanceProfileName} already exists.");
        }

        Quotas.Demand(state, "InstanceProfilesPerAccount", InstanceProfiles.Count(state, state.Account));
        var profile = new InstanceProfileRecord
        {
            Account = state.Account,
            Id = UniqueId.New("AIPA"),
            Name = request.InstanceProfileName,
            Path = request.Path ?? "/",
            Tags = Tagging.Read(request.Tags),
            Created = state.Now,
        };
        InstanceProfiles.Insert(state, profile);
        return new CreateInstanceProfileResponse { InstanceProfile = InstanceProfileShapes.Whole(profile, state) };
    }
}
