using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class AuthenticatorTests : IAsyncLifetime
{
    private const string Invalid = "The security token included in the request is invalid.";
    private World world = null!;

    public async ValueTask InitializeAsync() => world = await World.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_users_key_signs_as_the_user()
    {
        var user = await world.CreateUserAsync("alice", new Tag("Team", "red"));
        var key = await world.CreateKeyAsync(user);

        var caller = await world.CallAsync(key.Id);

        Assert.Equal(CallerKind.User, caller.Kind);
        Assert.Equal("arn:aws:iam::123456789012:user/team/alice", caller.Arn);
        Assert.Equal((user.Id, user.Id, "alice", key.Id), (caller.UserId, caller.GrantsFrom, caller.UserName, caller.AccessKeyId));
        Assert.Equal("red", caller.Tags.ValueOf("team"));
        Assert.Same(caller, await world.CallAsync(key.Id));
    }

    [Fact]
    public async Task A_root_key_signs_as_the_root_user()
    {
        var key = await world.CreateKeyAsync(user: null);

        var caller = await world.CallAsync(key.Id);

        Assert.Equal((CallerKind.Root, "arn:aws:iam::123456789012:root", "123456789012"), (caller.Kind, caller.Arn, caller.UserId));
    }

    [Fact]
    public async Task A_key_that_was_given_is_taken_as_it_is()
    {
        await world.CreateKeyAsync(await world.CreateUserAsync("alice"), "test", "test");

        Assert.Equal("alice", (await world.CallAsync("test", "test")).UserName);
    }

    [Fact]
    public async Task An_unknown_key_is_refused_and_works_on_the_very_next_call_after_it_was_made()
    {
        var user = await world.CreateUserAsync("alice");
        const string Id = "AKIAQWERTYUIOPASDFGH";
        await World.RefusesAsync(() => world.CallAsync(Id), "InvalidClientTokenId", Invalid);
        await World.RefusesAsync(() => world.CallAsync(Id), "InvalidClientTokenId", Invalid);

        await world.CreateKeyAsync(user, Id);

        Assert.Equal("alice", (await world.CallAsync(Id)).UserName);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused() => await World.RefusesAsync(
        async () => await world.CallAsync((await world.CreateKeyAsync(await world.CreateUserAsync("alice"))).Id, "another"),
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. "
        + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    [Fact]
    public async Task A_key_made_inactive_is_refused_at_the_next_call_and_works_again_once_active()
    {
        var key = await world.CreateKeyAsync(await world.CreateUserAsync("alice"));
        await world.CallAsync(key.Id);

        await world.WriteAsync(state => AccessKeys.Update(state, key with { IsActive = false }));
        await World.RefusesAsync(() => world.CallAsync(key.Id), "InvalidClientTokenId", Invalid);

        await world.WriteAsync(state => AccessKeys.Update(state, key));
        Assert.Equal("alice", (await world.CallAsync(key.Id)).UserName);
    }

    [Fact]
    public async Task A_user_deleted_is_refused_at_the_next_call()
    {
        var user = await world.CreateUserAsync("alice");
        var key = await world.CreateKeyAsync(user);
        await world.CallAsync(key.Id);

        await world.WriteAsync(state =>
        {
            AccessKeys.Delete(state, key);
            Users.Delete(state, user);
        });

        await World.RefusesAsync(() => world.CallAsync(key.Id), "InvalidClientTokenId", Invalid);
    }

    [Fact]
    public async Task A_user_renamed_and_tagged_has_its_new_name_and_tags_at_the_next_call()
    {
        var user = await world.CreateUserAsync("alice");
        var key = await world.CreateKeyAsync(user);
        await world.CallAsync(key.Id);

        await world.WriteAsync(state => Users.Update(state, user with { Name = "bob", Path = "/", Tags = TagSet.Of([new Tag("Team", "blue")]) }));
        var caller = await world.CallAsync(key.Id);

        Assert.Equal("arn:aws:iam::123456789012:user/bob", caller.Arn);
        Assert.Equal("blue", caller.Tags.ValueOf("Team"));
    }

    [Fact]
    public async Task An_account_emptied_refuses_all_its_keys()
    {
        var key = await world.CreateKeyAsync(await world.CreateUserAsync("alice"));
        await world.CallAsync(key.Id);

        await world.WriteAsync(static state => Accounts.Empty(state, World.Account));

        await World.RefusesAsync(() => world.CallAsync(key.Id), "InvalidClientTokenId", Invalid);
    }

    [Fact]
    public async Task A_long_term_key_takes_no_session_token()
    {
        var key = await world.CreateKeyAsync(await world.CreateUserAsync("alice"));

        await World.RefusesAsync(() => world.CallAsync(key.Id, token: "anything"), "InvalidClientTokenId", Invalid[..^1]);
        await world.CallAsync(key.Id);
        await World.RefusesAsync(() => world.CallAsync(key.Id, token: "anything"), "InvalidClientTokenId", Invalid[..^1]);
    }

    [Theory]
    [InlineData("AssumeRoleWithWebIdentity")]
    [InlineData("AssumeRoleWithSAML")]
    public async Task What_AWS_takes_unsigned_has_nobody_for_a_caller(string operation)
    {
        var request = new SignedRequest("POST", "/", new HeaderList().Add("Host", "h"), default);

        var authentication = await world.Authenticator.AuthenticateAsync(request, StsModel.Service, StsModel.Service.Find(operation), world.Now);

        Assert.Same(Caller.Anonymous, authentication.Caller);
    }

    [Fact]
    public async Task Everything_else_unsigned_is_refused()
    {
        var request = new SignedRequest("POST", "/", new HeaderList().Add("Host", "h"), default);

        await World.RefusesAsync(
            async () => (await world.Authenticator.AuthenticateAsync(request, IamModel.Service, IamModel.Service.Find("ListUsers"), world.Now)).Caller,
            "MissingAuthenticationToken",
            "Request is missing Authentication Token");
    }

    [Fact]
    public async Task Calls_and_changes_at_once_never_see_what_was_before_an_answered_change()
    {
        var user = await world.CreateUserAsync("user0");
        var key = await world.CreateKeyAsync(user);
        var answered = 0;
        using var done = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var least = Volatile.Read(ref answered);
                var seen = int.Parse((await world.CallAsync(key.Id)).UserName!["user".Length..], System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(seen >= least, $"saw user{seen} after user{least} was answered");
            }
        })).ToArray();

        for (var i = 1; i <= 200; i++)
        {
            await world.WriteAsync(state => Users.Update(state, user with { Name = $"user{i}" }));
            Volatile.Write(ref answered, i);
        }

        await done.CancelAsync();
        await Task.WhenAll(callers);
    }
}
