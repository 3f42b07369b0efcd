using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Instance profiles as EC2's operations name them, by name or ARN.</summary>
internal static class ProfileLookup
{
    private const string ArnStart = "arn:aws:iam::";

    public static string ArnOf(InstanceProfileRecord profile) => $"{ArnStart}{profile.Account}:instance-profile{profile.Path}{profile.Name}";

    /// <summary>Refuses a specification with both a name and an ARN, or neither.</summary>
    public static void Refine(IamInstanceProfileSpecificationShape specification)
    {
        if (specification is { Name: not null, Arn: not null })
        {
            throw AwsError.InvalidParameterCombination(
                "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'");
        }

        if (specification is { Name: null, Arn: null })
        {
            throw AwsError.MissingParameter("The request must contain the parameter iamInstanceProfile.arn or iamInstanceProfile.name");
        }
    }

    /// <summary>The profile of the caller's account that a specification names; null if there is none.</summary>
    public static InstanceProfileRecord? Find(IamInstanceProfileSpecificationShape? specification, CallContext call, ReadTransaction state)
    {
        if (specification?.Name is { } name)
        {
            return InstanceProfiles.Find(state, call.Caller.Account, name);
        }

        // An ARN names a profile of another account in vain: EC2 doesn't cross accounts here.
        return specification?.Arn is { } arn && InstanceProfiles.Find(state, call.Caller.Account, arn[(arn.LastIndexOf('/') + 1)..]) is { } found
            && ArnOf(found) == arn
            ? found
            : null;
    }

    /// <summary>The profile that a specification names, with the role in it.</summary>
    /// <exception cref="AwsError">There is none, or it holds no role.</exception>
    public static InstanceProfileRecord Demand(IamInstanceProfileSpecificationShape specification, CallContext call, ReadTransaction state)
    {
        var profile = Find(specification, call, state) ?? throw AwsError.InvalidParameterValue(specification.Name is { } name
            ? $"Value ({name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"
            : $"Value ({specification.Arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN");
        return profile.RoleId is not null
            ? profile
            : throw AwsError.InvalidParameterValue($"IAM Instance Profile \"{ArnOf(profile)}\" has no associated IAM Roles");
    }

    /// <summary>An instance with a profile associated now.</summary>
    public static InstanceRecord Associate(InstanceRecord instance, InstanceProfileRecord profile, DateTimeOffset at) => instance with
    {
        ProfileId = profile.Id,
        Details = instance.Details with { ProfileArn = ArnOf(profile), AssociationId = UniqueId.NewEc2("iip-assoc"), Associated = at },
    };

    /// <summary>An instance without a profile.</summary>
    public static InstanceRecord Disassociate(InstanceRecord instance) => instance with
    {
        ProfileId = null,
        Details = instance.Details with { ProfileArn = null, AssociationId = null, Associated = null },
    };

    /// <summary>The association of an instance that has one.</summary>
    public static IamInstanceProfileAssociationShape Shape(InstanceRecord instance, string state) => new()
    {
        AssociationId = instance.Details.AssociationId,
        InstanceId = instance.Id,
        IamInstanceProfile = InstanceShapes.ProfileOf(instance),
        State = state,
        Timestamp = state == "associated" ? null : instance.Details.Associated,
    };
}
