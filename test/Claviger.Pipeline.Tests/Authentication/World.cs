using System.Security.Cryptography;
using System.Text;
using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;
using Claviger.Store.Conformance;
using Microsoft.Extensions.Logging.Abstractions;

namespace Claviger.Pipeline.Tests;

/// <summary>A store with an account in it, and an authenticator over it: what the tests of authentication start from.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private World(SqliteStore store, SealingKeys keys, ManualTime time)
    {
        Store = store;
        Time = time;
        Secrets = new SecretBox(keys);
        Tokens = new SessionTokens(keys, store.DeploymentId);
        Usage = new UsageGatherer(store, time, NullLogger<UsageGatherer>.Instance);
        Authenticator = new Authenticator(store, Secrets, Tokens, Usage, time);
    }

    public static AccountId Account { get; } = AccountId.Parse("123456789012");

    public SqliteStore Store { get; }

    public ManualTime Time { get; }

    public SecretBox Secrets { get; }

    public SessionTokens Tokens { get; }

    public UsageGatherer Usage { get; }

    public Authenticator Authenticator { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public static async Task<World> CreateAsync()
    {
        var time = new ManualTime();
        var store = SqliteStore.OpenEphemeral(time);
        var source = new MasterKeySource { DataFolder = "unused", Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
        await store.CreateAccountAsync(Account);
        return new World(store, await SealingKeys.OpenAsync(store, source), time);
    }

    public Task WriteAsync(Action<WriteTransaction> commit) => Store.WriteAsync(Account, state =>
    {
        commit(state);
        return true;
    });

    public async Task<UserRecord> CreateUserAsync(string name, params Tag[] tags)
    {
        var user = new UserRecord { Account = Account, Id = UniqueId.New("AIDA"), Name = name, Path = "/team/", Tags = TagSet.Of(tags), Created = Now };
        await WriteAsync(state => Users.Insert(state, user));
        return user;
    }

    public async Task<RoleRecord> CreateRoleAsync(string name, params Tag[] tags)
    {
        var role = new RoleRecord
        {
            Account = Account, Id = UniqueId.New("AROA"), Name = name, Path = "/service/", TrustPolicy = "{}", Tags = TagSet.Of(tags), Created = Now,
        };
        await WriteAsync(state => Roles.Insert(state, role));
        return role;
    }

    /// <summary>Gives a user a key; the root user where there is none.</summary>
    public async Task<AccessKeyRecord> CreateKeyAsync(UserRecord? user, string? id = null, string secret = Secret)
    {
        id ??= AccessKeyId.NewLongTerm(Account).Value;
        var key = new AccessKeyRecord
        {
            Id = id,
            Account = Account,
            UserId = user?.Id,
            SealedSecret = Secrets.Seal(SecretPurpose.AccessKey, Account, id, Encoding.UTF8.GetBytes(secret)),
            Created = Now,
        };
        await WriteAsync(state => AccessKeys.Insert(state, key));
        return key;
    }

    public SessionDocument RoleSession(RoleRecord role) => new()
    {
        Kind = SessionKind.Role,
        Origin = SessionOrigin.AssumeRole,
        Account = Account,
        PrincipalId = role.Id,
        SessionName = "deploy",
        IssuedAt = Now,
        ExpiresAt = Now + TimeSpan.FromHours(1),
    };

    public SessionDocument UserSession(UserRecord user) => RoleSessionLike(user.Id, SessionKind.User, SessionOrigin.SessionToken, null);

    public SessionDocument FederatedSession(UserRecord issuer, string name) =>
        RoleSessionLike(issuer.Id, SessionKind.FederatedUser, SessionOrigin.FederationToken, name);

    public async ValueTask<Caller> CallAsync(string id, string secret = Secret, string? token = null, OperationModel? operation = null)
    {
        operation ??= StsModel.Service.Find("GetCallerIdentity")!;
        var service = operation.Service;
        var headers = new HeaderList().Add("Host", "localhost:4566");
        new SigV4Signer(id, secret, token, "eu-west-1", new SigningRules(service.SigningName, SignatureErrors.Query)).Sign("POST", "/", headers, default, Now);
        return (await Authenticator.AuthenticateAsync(new SignedRequest("POST", "/", headers, default), service, operation, Now)).Caller;
    }

    public ValueTask<Caller> CallAsync(IssuedSession session, OperationModel? operation = null) =>
        CallAsync(session.AccessKeyId, session.SecretAccessKey, session.SessionToken, operation);

    public static async Task RefusesAsync(Func<ValueTask<Caller>> call, string code, string message, int status = 403)
    {
        var error = await Assert.ThrowsAsync<AwsError>(async () => await call());
        Assert.Equal((code, status, message), (error.Code, error.HttpStatus, error.Message));
    }

    public async ValueTask DisposeAsync()
    {
        Usage.Dispose();
        await Store.DisposeAsync();
    }

    private SessionDocument RoleSessionLike(string principal, SessionKind kind, SessionOrigin origin, string? name) => new()
    {
        Kind = kind,
        Origin = origin,
        Account = Account,
        PrincipalId = principal,
        SessionName = name,
        IssuedAt = Now,
        ExpiresAt = Now + TimeSpan.FromHours(12),
    };
}
