using System.Security.Cryptography;
using System.Text;
using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Makes accounts: the first one at the first start, further ones for the first one's root user.</summary>
public sealed class AccountMaker(IStore store, SecretBox secrets)
{
    private const string FirstAccount = "first-account";
    private const int PasswordLength = 24;
    private const long LowestId = 100_000_000_000;
    private const long IdCount = 900_000_000_000;

    /// <summary>The account that the first start made; null before it.</summary>
    public static AccountRecord? First(ReadTransaction state) =>
        Facts.Find(state, FirstAccount) is { } value ? Store.Accounts.Find(state, AccountId.Parse(Encoding.ASCII.GetString(value))) : null;

    /// <summary>Makes the first account unless there is one.</summary>
    /// <param name="wanted">What it is to be made with.</param>
    /// <param name="keep">Puts the secrets where their owner finds them; runs before the account is there, so that none can be lost.</param>
    /// <returns>The account with its secrets; null if it was there already.</returns>
    public async Task<MadeAccount?> MakeFirstAsync(NewAccount wanted, Action<MadeAccount> keep)
    {
        if (await store.ReadAsync(First) is not null)
        {
            return null;
        }

        // The number is noted first: a start that is interrupted here is a first start again.
        var made = Complete(wanted);
        await store.WriteAsync(SystemAccount.Id, state =>
        {
            Facts.Set(state, FirstAccount, Encoding.ASCII.GetBytes(made.Id.ToString()));
            return true;
        });
        keep(made);
        await InsertAsync(made, audit: null);
        return made;
    }

    /// <summary>Makes an account with a root user who has a password and an access key.</summary>
    /// <param name="wanted">What it is to be made with.</param>
    /// <param name="audit">Makes the event for the new account's audit trail; null: none.</param>
    /// <exception cref="AwsError">The number, the e-mail address or the access key is taken or not well-formed.</exception>
    public async Task<MadeAccount> MakeAsync(NewAccount wanted, Func<MadeAccount, ReadOnlyMemory<byte>>? audit)
    {
        var made = Complete(wanted);
        await InsertAsync(made, audit);
        return made;
    }

    private async Task InsertAsync(MadeAccount made, Func<MadeAccount, ReadOnlyMemory<byte>>? audit)
    {
        var passwordHash = PasswordHash.Create(made.RootPassword).ToString();
        var sealedSecret = secrets.Seal(
            SecretPurpose.AccessKey, made.Id, made.RootAccessKeyId, Encoding.UTF8.GetBytes(made.RootSecretAccessKey));
        await store.WriteAsync(made.Id, state =>
        {
            Demand(state, made);
            Store.Accounts.Insert(state, new AccountRecord
            {
                Id = made.Id,
                Name = made.RootEmail,
                RootEmail = made.RootEmail,
                RootPasswordHash = passwordHash,
                CanonicalUserId = UniqueId.NewCanonicalUser(),
                Created = state.Now,
            });
            AccessKeys.Insert(state, new AccessKeyRecord
            {
                Id = made.RootAccessKeyId,
                Account = made.Id,
                SealedSecret = sealedSecret,
                Created = state.Now,
            });
            if (audit is not null)
            {
                state.Audit(audit(made));
            }

            return true;
        });
    }

    private static void Demand(WriteTransaction state, MadeAccount made)
    {
        if (Store.Accounts.Find(state, made.Id) is not null)
        {
            throw AwsError.EntityAlreadyExists($"The account {made.Id} already exists.");
        }

        if (Store.Accounts.ByRootEmail(state, made.RootEmail) is not null)
        {
            throw AwsError.EntityAlreadyExists($"The e-mail address {made.RootEmail} is a root user's already.");
        }

        if (AccessKeys.Find(state, made.RootAccessKeyId) is not null)
        {
            throw AwsError.EntityAlreadyExists($"The access key {made.RootAccessKeyId} already exists.");
        }
    }

    private static MadeAccount Complete(NewAccount wanted)
    {
        var id = wanted.Id ?? AccountId.FromNumber(LowestId + (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) % (ulong)IdCount));
        return new MadeAccount(
            id,
            wanted.RootEmail ?? $"root@{id}.local",
            wanted.RootPassword ?? RandomPassword.New(PasswordLength),
            wanted.RootAccessKeyId ?? AccessKeyId.NewLongTerm(id).Value,
            wanted.RootSecretAccessKey ?? SecretAccessKey.New());
    }
}
