using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Gives the account an alias, in place of the one it has. Aliases are unique in the deployment.</summary>
internal sealed class CreateAccountAlias : WriteOperation<CreateAccountAliasRequest, CreateAccountAliasResponse>
{
    protected override void Refine(CreateAccountAliasRequest request, CallContext call)
    {
        // An alias that reads as an account number would stand for another account at sign-in.
        if (AccountId.TryParse(request.AccountAlias, out _))
        {
            throw AwsError.ValidationError("The specified value for accountAlias is invalid. It must not be an account number.");
        }
    }

    protected override void Authorize(CreateAccountAliasRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:CreateAccountAlias");

    protected override CreateAccountAliasResponse Commit(CreateAccountAliasRequest request, CallContext call, WriteTransaction state)
    {
        if (Accounts.ByAlias(state, request.AccountAlias) is not null)
        {
            throw Taken(request.AccountAlias);
        }

        try
        {
            Accounts.Update(state, Accounts.Find(state, state.Account)! with { Alias = request.AccountAlias });
        }
        catch (StoreConflictException)
        {
            // Another account took it since the look above: aliases cross accounts, locks don't.
            throw Taken(request.AccountAlias);
        }

        return CreateAccountAliasResponse.Empty;
    }

    private static AwsError Taken(string alias) => AwsError.EntityAlreadyExists($"The account alias {alias} already exists.");
}
