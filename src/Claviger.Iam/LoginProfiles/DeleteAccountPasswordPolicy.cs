using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes the account's password policy; AWS's default holds from now on.</summary>
internal sealed class DeleteAccountPasswordPolicy : WriteOperation<DeleteAccountPasswordPolicyRequest, DeleteAccountPasswordPolicyResponse>
{
    protected override void Authorize(DeleteAccountPasswordPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:DeleteAccountPasswordPolicy");

    protected override DeleteAccountPasswordPolicyResponse Commit(
        DeleteAccountPasswordPolicyRequest request, CallContext call, WriteTransaction state)
    {
        var account = Accounts.Find(state, state.Account)!;
        if (account.PasswordPolicy is null)
        {
            throw AwsError.NoSuchEntity("The account policy with name PasswordPolicy cannot be found.");
        }

        Accounts.Update(state, account with { PasswordPolicy = null });
        return DeleteAccountPasswordPolicyResponse.Empty;
    }
}
