using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows the account's password policy.</summary>
internal sealed class GetAccountPasswordPolicy : ReadOperation<GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResponse>
{
    protected override void Authorize(GetAccountPasswordPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetAccountPasswordPolicy");

    protected override GetAccountPasswordPolicyResponse Run(GetAccountPasswordPolicyRequest request, CallContext call, ReadTransaction state) => new()
    {
        PasswordPolicy = Accounts.Find(state, call.Caller.Account)?.PasswordPolicy is { } policy
            ? Shape(policy)
            : throw AwsError.NoSuchEntity($"The Password Policy with domain name {call.Caller.Account} cannot be found."),
    };

    private static PasswordPolicyShape Shape(PasswordPolicyRecord policy) => new()
    {
        MinimumPasswordLength = policy.MinimumPasswordLength,
        RequireSymbols = policy.RequireSymbols,
        RequireNumbers = policy.RequireNumbers,
        RequireUppercaseCharacters = policy.RequireUppercaseCharacters,
        RequireLowercaseCharacters = policy.RequireLowercaseCharacters,
        AllowUsersToChangePassword = policy.AllowUsersToChangePassword,
        ExpirePasswords = policy.MaxPasswordAge is not null,
        MaxPasswordAge = policy.MaxPasswordAge,
        PasswordReusePrevention = policy.PasswordReusePrevention,
        HardExpiry = policy.HardExpiry,
    };
}
