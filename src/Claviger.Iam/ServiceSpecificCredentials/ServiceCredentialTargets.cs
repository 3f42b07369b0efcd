using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the credential for a service that a request is about, name it for the decision, and show it.</summary>
internal static class ServiceCredentialTargets
{
    /// <summary>Adds an action on the user of a name, or on the caller itself, with the service in its context.</summary>
    public static Target AddServiceCredentialOwner(
        this Targets targets, string action, CallContext call, string? userName, string credentialId, ReadTransaction state)
    {
        var name = UserTargets.NameOrOwn(userName, call);
        var user = Users.Find(state, call.Caller.Account, name);
        var credential = user is null ? null : ServiceCredentials.Of(state, user.Id).FirstOrDefault(it => it.Id == credentialId);
        return targets.AddUser(action, call, name, state).With(IamKeys.ServiceSpecificCredentialServiceName, credential?.Service);
    }

    /// <summary>A credential of a user.</summary>
    /// <exception cref="AwsError">There is no such user, or it has no such credential.</exception>
    public static ServiceCredentialRecord ServiceCredential(this ReadTransaction state, CallContext call, string? userName, string credentialId) =>
        ServiceCredentials.Of(state, state.User(call, UserTargets.NameOrOwn(userName, call)).Id).FirstOrDefault(it => it.Id == credentialId)
        ?? throw AwsError.NoSuchEntity($"No such credential {credentialId} exists");

    /// <summary>A credential with its secret, as it is shown once.</summary>
    public static ServiceSpecificCredentialShape Whole(ServiceCredentialRecord credential, UserRecord user, string secret)
    {
        var isKey = ServiceCredentialForm.Of(credential.Service) is { IsKey: true };
        return new ServiceSpecificCredentialShape
        {
            CreateDate = credential.Created,
            ExpirationDate = credential.Expires,
            ServiceName = credential.Service,
            ServiceUserName = isKey ? null : credential.Alias,
            ServicePassword = isKey ? null : secret,
            ServiceCredentialAlias = isKey ? credential.Alias : null,
            ServiceCredentialSecret = isKey ? secret : null,
            ServiceSpecificCredentialId = credential.Id,
            UserName = user.Name,
            Status = CredentialStatus.Of(credential.IsActive),
        };
    }

    /// <summary>A credential in a list, without its secret.</summary>
    public static ServiceSpecificCredentialMetadataShape InList(ServiceCredentialRecord credential, UserRecord user)
    {
        var isKey = ServiceCredentialForm.Of(credential.Service) is { IsKey: true };
        return new ServiceSpecificCredentialMetadataShape
        {
            UserName = user.Name,
            Status = CredentialStatus.Of(credential.IsActive),
            ServiceUserName = isKey ? null : credential.Alias,
            ServiceCredentialAlias = isKey ? credential.Alias : null,
            CreateDate = credential.Created,
            ExpirationDate = credential.Expires,
            ServiceSpecificCredentialId = credential.Id,
            ServiceName = credential.Service,
        };
    }
}
