using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes the account's alias away.</summary>
internal sealed class DeleteAccountAlias : WriteOperation<DeleteAccountAliasRequest, DeleteAccountAliasResponse>
{
    protected override void Authorize(DeleteAccountAliasRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:DeleteAccountAlias");

    protected override DeleteAccountAliasResponse Commit(DeleteAccountAliasRequest request, CallContext call, WriteTransaction state)
    {
        var account = Accounts.Find(state, state.Account)!;
        if (account.Alias != request.AccountAlias)
        {
            throw AwsError.NoSuchEntity($"The account alias with name {request.AccountAlias} cannot be found.");
        }

        Accounts.Update(state, account with { Alias = null });
        return DeleteAccountAliasResponse.Empty;
    }
}
