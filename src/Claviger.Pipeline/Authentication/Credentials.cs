using System.Text;
using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The access keys that may sign, read from the store or from session tokens and kept for as long as nothing changes.</summary>
internal sealed class Credentials
{
    /// <summary>Bound of what is kept, in bytes.</summary>
    private const long Capacity = 128 * 1024 * 1024;

    private readonly IStore store;
    private readonly SecretBox secrets;
    private readonly SessionTokens tokens;
    private readonly Stamps stamps;
    private readonly UnknownKeys unknown;
    private readonly BoundedCache<Credential> cache;

    public Credentials(IStore store, SecretBox secrets, SessionTokens tokens, TimeProvider time)
    {
        this.store = store;
        this.secrets = secrets;
        this.tokens = tokens;
        stamps = new Stamps(store);
        unknown = new UnknownKeys(stamps, time);
        cache = new BoundedCache<Credential>(Capacity, static it => it.Size, it => stamps.Return(it.Stamps));
    }

    /// <summary>The credential of an access key id and token, if it is at hand.</summary>
    /// <param name="accessKeyId">The id.</param>
    /// <param name="sessionToken">The token that came with it; null for none.</param>
    public Credential? Find(ReadOnlySpan<char> accessKeyId, string? sessionToken)
    {
        if (!cache.TryGet(accessKeyId, out var found) || !found.IsCurrent)
        {
            return null;
        }

        // A token alone opens nothing, so that comparing it needs no constant time; the signature does. A long-term key has none: it is
        // found all the same, and refused once its signature is known to be right.
        return found.SessionToken is null || string.Equals(found.SessionToken, sessionToken, StringComparison.Ordinal) ? found : null;
    }

    /// <summary>Reads the credential of an access key id and token.</summary>
    /// <returns>Null if there is none, or not any more.</returns>
    public async ValueTask<Credential?> LoadAsync(string accessKeyId, string? sessionToken)
    {
        var credential = new AccessKeyId(accessKeyId).IsTemporary && sessionToken is not null
            ? await LoadSessionAsync(accessKeyId, sessionToken)
            : await LoadLongTermAsync(accessKeyId);
        if (credential is not null)
        {
            cache.Put(accessKeyId, credential);
        }

        return credential;
    }

    private async ValueTask<Credential?> LoadLongTermAsync(string accessKeyId)
    {
        if (accessKeyId.Length > AccessKeyId.MaxLength || accessKeyId.AsSpan().ContainsAnyExceptInRange('!', '~') || unknown.Contains(accessKeyId))
        {
            return null;
        }

        // First whose it is, so that the stamps of all that the entry is made of are taken before it is read.
        var seen = stamps.KeyChanges;
        var owner = await store.ReadAsync(accessKeyId, static (state, id) => AccessKeys.Find(state, id));
        if (owner is not { IsActive: true })
        {
            unknown.Add(accessKeyId, seen);
            return null;
        }

        var taken = stamps.Take(accessKeyId, owner.Account.ToString(), owner.UserId ?? owner.Account.ToString());
        var credential = await store.ReadAsync((this, accessKeyId, taken), static (state, it) => it.Item1.ReadLongTerm(state, it.accessKeyId, it.taken));
        return credential ?? GiveUp(taken);
    }

    private Credential? ReadLongTerm(ReadTransaction state, string accessKeyId, Stamp[] taken)
    {
        if (AccessKeys.Find(state, accessKeyId) is not { IsActive: true } key || CallerOf(state, key) is not { } caller)
        {
            return null;
        }

        var secret = Encoding.UTF8.GetString(secrets.Open(SecretPurpose.AccessKey, key.Account, key.Id, key.SealedSecret));
        return new Credential(caller, new SigningSecret(secret), sessionToken: null, expiresAt: null, taken);
    }

    private static Caller? CallerOf(ReadTransaction state, AccessKeyRecord key)
    {
        if (key.UserId is null)
        {
            return Accounts.Find(state, key.Account) is null ? null : Caller.Root(key.Account, key.Id);
        }

        return Users.ById(state, key.Account, key.UserId) is { } user ? Caller.User(user, key.Id) : null;
    }

    private async ValueTask<Credential?> LoadSessionAsync(string accessKeyId, string sessionToken)
    {
        if (tokens.Open(sessionToken) is not { } opened || opened.AccessKeyId != accessKeyId)
        {
            return null;
        }

        var document = opened.Document;
        var taken = stamps.Take(document.Account.ToString(), document.PrincipalId);
        var caller = await store.ReadAsync(opened, static (state, it) => CallerOf(state, it));
        return caller is null
            ? GiveUp(taken)
            : new Credential(caller, new SigningSecret(opened.SecretAccessKey), sessionToken, document.ExpiresAt, taken);
    }

    private static Caller? CallerOf(ReadTransaction state, OpenedSession opened)
    {
        var document = opened.Document;
        var session = new SessionFacts(document);
        switch (document.Kind)
        {
            // INVARIANT: by the unique id. A role deleted and made again under its name has another, and inherits no session.
            case SessionKind.Role:
                return Roles.ById(state, document.Account, document.PrincipalId) is { } role
                    ? Caller.RoleSession(role, opened.AccessKeyId, session)
                    : null;
            case SessionKind.User:
                return Users.ById(state, document.Account, document.PrincipalId) is { } user
                    ? Caller.User(user, opened.AccessKeyId, session)
                    : null;
            case SessionKind.Root:
                return Accounts.Find(state, document.Account) is null ? null : Caller.Root(document.Account, opened.AccessKeyId, session);
            case SessionKind.FederatedUser:
                return FederatedUser(state, opened, session);
            default:
                return null;
        }
    }

    private static Caller? FederatedUser(ReadTransaction state, OpenedSession opened, SessionFacts session)
    {
        var document = opened.Document;
        var namesake = Users.Find(state, document.Account, document.SessionName!)?.Id;
        if (document.PrincipalId == document.Account.ToString())
        {
            return Accounts.Find(state, document.Account) is null
                ? null
                : Caller.FederatedUser(issuer: null, namesake, opened.AccessKeyId, session);
        }

        return Users.ById(state, document.Account, document.PrincipalId) is { } issuer
            ? Caller.FederatedUser(issuer, namesake, opened.AccessKeyId, session)
            : null;
    }

    private Credential? GiveUp(Stamp[] taken)
    {
        stamps.Return(taken);
        return null;
    }
}
