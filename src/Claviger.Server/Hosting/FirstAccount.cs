using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Server;

/// <summary>The account that the first start makes.</summary>
/// <param name="Id">The 12 digits.</param>
/// <param name="RootEmail">What its root user signs in with.</param>
/// <param name="IsNew">This start has made it.</param>
internal sealed record FirstAccount(AccountId Id, string RootEmail, bool IsNew)
{
    /// <summary>Makes the account unless there is one; its root user's secrets are then in the credentials file.</summary>
    public static async Task<FirstAccount> EnsureAsync(ServerSettings settings, AccountMaker maker, IStore store)
    {
        if (await store.ReadAsync(AccountMaker.First) is { } account)
        {
            return new FirstAccount(account.Id, account.RootEmail, IsNew: false);
        }

        using var credentials = RootCredentials.Reserve(settings.Folder);
        var wanted = settings.FirstAccount;
        try
        {
            var made = await maker.MakeFirstAsync(
                new NewAccount
                {
                    Id = wanted.AccountId is { } id ? AccountId.Parse(id) : null,
                    RootEmail = wanted.RootEmail,
                    RootPassword = wanted.RootPassword,
                    RootAccessKeyId = wanted.RootAccessKeyId,
                    RootSecretAccessKey = wanted.RootSecretAccessKey,
                },
                made => credentials.Keep(
                    RootCredentials.FirstFile,
                    new RootKey(RootCredentials.FirstProfile, made.RootAccessKeyId, made.RootSecretAccessKey),
                    wanted.RootPassword is null ? made.RootPassword : "",
                    settings.RootSignInLink));

            // Another node on the same database may have been quicker.
            return made is null ? await EnsureAsync(settings, maker, store) : new FirstAccount(made.Id, made.RootEmail, IsNew: true);
        }
        catch (AwsError error)
        {
            throw new CommandException($"The first account can't be made: {error.Message}", error);
        }
    }
}
