using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Sets the account's password policy as a whole: what the request leaves out gets its default.</summary>
internal sealed class UpdateAccountPasswordPolicy : WriteOperation<UpdateAccountPasswordPolicyRequest, UpdateAccountPasswordPolicyResponse>
{
    protected override void Authorize(UpdateAccountPasswordPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:UpdateAccountPasswordPolicy");

    protected override UpdateAccountPasswordPolicyResponse Commit(
        UpdateAccountPasswordPolicyRequest request, CallContext call, WriteTransaction state)
    {
        var defaults = new PasswordPolicyRecord();
        var policy = new PasswordPolicyRecord
        {
            MinimumPasswordLength = request.MinimumPasswordLength ?? defaults.MinimumPasswordLength,
            RequireSymbols = request.RequireSymbols ?? false,
            RequireNumbers = request.RequireNumbers ?? false,
            RequireUppercaseCharacters = request.RequireUppercaseCharacters ?? false,
            RequireLowercaseCharacters = request.RequireLowercaseCharacters ?? false,
            AllowUsersToChangePassword = request.AllowUsersToChangePassword ?? false,
            MaxPasswordAge = request.MaxPasswordAge,
            PasswordReusePrevention = request.PasswordReusePrevention,
            HardExpiry = request.HardExpiry,
        };
        Accounts.Update(state, Accounts.Find(state, state.Account)! with { PasswordPolicy = policy });
        return UpdateAccountPasswordPolicyResponse.Empty;
    }
}
