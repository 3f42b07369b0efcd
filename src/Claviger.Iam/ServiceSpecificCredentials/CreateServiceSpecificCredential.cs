using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes a user name and password, or a key, of a user for one service. Its secret is in this answer and never shown again.</summary>
internal sealed class CreateServiceSpecificCredential(SecretBox box)
    : PreparedWriteOperation<CreateServiceSpecificCredentialRequest, PreparedServiceCredential, CreateServiceSpecificCredentialResponse>
{
    /// <inheritdoc/>
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(CreateServiceSpecificCredentialRequest request, CallContext call)
    {
        if (ServiceCredentialForm.Of(request.ServiceName) is not { } form)
        {
            throw AwsError.NotSupportedService($"No such service {request.ServiceName} is supported for Service Specific Credentials");
        }

        if (request.CredentialAgeDays is not null && !form.IsKey)
        {
            throw AwsError.InvalidInput($"CredentialAgeDays is not supported for {request.ServiceName}.");
        }
    }

    protected override void Authorize(CreateServiceSpecificCredentialRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:CreateServiceSpecificCredential", call, request.UserName, state)
            .With(IamKeys.ServiceSpecificCredentialServiceName, request.ServiceName)
            .With(IamKeys.ServiceSpecificCredentialAgeDays, request.CredentialAgeDays is { } days ? ContextValue.Of(days) : ContextValue.Missing);

    protected override ValueTask<PreparedServiceCredential> PrepareAsync(CreateServiceSpecificCredentialRequest request, CallContext call) =>
        new(PreparedServiceCredential.New(ServiceCredentialForm.Of(request.ServiceName)!, UniqueId.New("ACCA"), box, call));

    protected override CreateServiceSpecificCredentialResponse Commit(
        CreateServiceSpecificCredentialRequest request, PreparedServiceCredential prepared, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        var present = ServiceCredentials.Of(state, user.Id).Where(credential => credential.Service == request.ServiceName).ToArray();
        Quotas.Demand(state, "ServiceSpecificCredentialsPerUser", present.Length);
        var credential = new ServiceCredentialRecord
        {
            Id = prepared.Id,
            Account = state.Account,
            UserId = user.Id,
            Service = request.ServiceName,
            Alias = AliasOf(user, present),
            SealedSecret = prepared.Sealed,
            Expires = request.CredentialAgeDays is { } days ? state.Now.AddDays(days) : null,
            Created = state.Now,
        };
        ServiceCredentials.Insert(state, credential);
        return new CreateServiceSpecificCredentialResponse
        {
            ServiceSpecificCredential = ServiceCredentialTargets.Whole(credential, user, prepared.Secret),
        };
    }

    // AWS: NAME-at-ACCOUNT, the second of a service NAME+1-at-ACCOUNT.
    private static string AliasOf(UserRecord user, ServiceCredentialRecord[] present)
    {
        for (var number = 0; ; number++)
        {
            var alias = number == 0 ? $"{user.Name}-at-{user.Account}" : $"{user.Name}+{number}-at-{user.Account}";
            if (!Array.Exists(present, credential => credential.Alias == alias))
            {
                return alias;
            }
        }
    }
}
