using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class SessionAuthenticationTests : IAsyncLifetime
{
    private const string Invalid = "The security token included in the request is invalid";
    private World world = null!;

    public async ValueTask InitializeAsync() => world = await World.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_roles_session_signs_as_the_session_with_its_tags_over_the_roles()
    {
        var role = await world.CreateRoleAsync("admin", new Tag("Team", "red"), new Tag("Stage", "prod"));
        var issued = world.Tokens.Issue(world.RoleSession(role) with { Tags = TagSet.Of([new Tag("team", "blue")]) });

        var caller = await world.CallAsync(issued);

        Assert.Equal(CallerKind.RoleSession, caller.Kind);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/admin/deploy", caller.Arn);
        Assert.Equal("arn:aws:iam::123456789012:role/service/admin", caller.Principal.PrincipalArn);
        Assert.Equal(($"{role.Id}:deploy", role.Id, role.Id), (caller.UserId, caller.RoleId, caller.GrantsFrom));
        Assert.Equal(("blue", "prod"), (caller.Tags.ValueOf("Team"), caller.Tags.ValueOf("Stage")));
        Assert.Same(caller, await world.CallAsync(issued));
    }

    [Fact]
    public async Task A_roles_sessions_end_with_the_role_and_one_made_again_under_its_name_inherits_none()
    {
        var role = await world.CreateRoleAsync("admin");
        var issued = world.Tokens.Issue(world.RoleSession(role));
        await world.CallAsync(issued);

        await world.WriteAsync(state => Roles.Delete(state, role));
        await World.RefusesAsync(() => world.CallAsync(issued), "InvalidClientTokenId", Invalid);

        await world.CreateRoleAsync("admin");
        await World.RefusesAsync(() => world.CallAsync(issued), "InvalidClientTokenId", Invalid);
    }

    [Fact]
    public async Task A_session_ends_at_its_time()
    {
        var issued = world.Tokens.Issue(world.RoleSession(await world.CreateRoleAsync("admin")));

        world.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await world.CallAsync(issued);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await World.RefusesAsync(() => world.CallAsync(issued), "ExpiredToken", "The security token included in the request is expired");
    }

    [Fact]
    public async Task A_token_goes_with_its_own_key_alone()
    {
        var role = await world.CreateRoleAsync("admin");
        var one = world.Tokens.Issue(world.RoleSession(role));
        var other = world.Tokens.Issue(world.RoleSession(role));
        await world.CallAsync(one);

        await World.RefusesAsync(() => world.CallAsync(one.AccessKeyId, one.SecretAccessKey, other.SessionToken), "InvalidClientTokenId", Invalid);
        await World.RefusesAsync(() => world.CallAsync(one.AccessKeyId, one.SecretAccessKey, "AAAA"), "InvalidClientTokenId", Invalid);
        await World.RefusesAsync(() => world.CallAsync(one.AccessKeyId, one.SecretAccessKey), "InvalidClientTokenId", Invalid + ".");
        await World.RefusesAsync(
            () => world.CallAsync(one.AccessKeyId, other.SecretAccessKey, one.SessionToken),
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. "
            + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
    }

    [Fact]
    public async Task Credentials_of_GetSessionToken_stay_the_user()
    {
        var user = await world.CreateUserAsync("alice");
        var issued = world.Tokens.Issue(world.UserSession(user));

        Assert.Equal((CallerKind.User, "alice"), await KindAndName());
        await world.WriteAsync(state => Users.Update(state, user with { Name = "bob" }));
        Assert.Equal((CallerKind.User, "bob"), await KindAndName());
        await world.WriteAsync(state => Users.Delete(state, user));
        await World.RefusesAsync(() => world.CallAsync(issued), "InvalidClientTokenId", Invalid);

        async Task<(CallerKind Kind, string? Name)> KindAndName()
        {
            var caller = await world.CallAsync(issued);
            return (caller.Kind, caller.UserName);
        }
    }

    [Fact]
    public async Task Credentials_of_GetSessionToken_call_IAM_only_with_a_second_factor()
    {
        var session = world.UserSession(await world.CreateUserAsync("alice"));
        var listUsers = IamModel.Service.Find("ListUsers")!;

        await World.RefusesAsync(() => world.CallAsync(world.Tokens.Issue(session), listUsers), "InvalidClientTokenId", Invalid);
        Assert.True((await world.CallAsync(world.Tokens.Issue(session with { MfaAt = world.Now }), listUsers)).Session!.IsMfaAuthenticated);
    }

    [Theory]
    [InlineData("GetCallerIdentity", true, true, true)]
    [InlineData("AssumeRole", true, true, false)]
    [InlineData("GetSessionToken", false, false, false)]
    [InlineData("GetFederationToken", false, false, false)]
    [InlineData("DecodeAuthorizationMessage", true, false, false)]
    public async Task Sessions_call_of_STS_what_AWS_lets_them(string name, bool role, bool user, bool federated)
    {
        var alice = await world.CreateUserAsync("alice");
        var sessions = new[]
        {
            (world.RoleSession(await world.CreateRoleAsync("admin")), role),
            (world.UserSession(alice), user),
            (world.FederatedSession(alice, "guest"), federated),
        };
        foreach (var (session, isAllowed) in sessions)
        {
            var issued = world.Tokens.Issue(session);
            if (isAllowed)
            {
                await world.CallAsync(issued, StsModel.Service.Find(name));
            }
            else
            {
                await World.RefusesAsync(() => world.CallAsync(issued, StsModel.Service.Find(name)), "AccessDenied", $"Cannot call {name} with session credentials");
            }
        }
    }

    [Fact]
    public async Task A_federated_user_is_its_own_principal_with_the_grants_and_tags_of_the_user_who_asked()
    {
        var user = await world.CreateUserAsync("alice", new Tag("Team", "red"));
        var caller = await world.CallAsync(world.Tokens.Issue(world.FederatedSession(user, "guest")));

        Assert.Equal("arn:aws:sts::123456789012:federated-user/guest", caller.Arn);
        Assert.Equal(("123456789012:guest", user.Id, "red"), (caller.UserId, caller.GrantsFrom, caller.Tags.ValueOf("Team")));
        await World.RefusesAsync(
            () => world.CallAsync(world.Tokens.Issue(world.FederatedSession(user, "guest")), IamModel.Service.Find("ListUsers")),
            "InvalidClientTokenId",
            Invalid);
    }

    [Fact]
    public async Task A_session_of_another_deployment_is_refused()
    {
        await using var other = await World.CreateAsync();
        var role = await world.CreateRoleAsync("admin");
        var issued = other.Tokens.Issue(other.RoleSession(role));

        await World.RefusesAsync(() => world.CallAsync(issued), "InvalidClientTokenId", Invalid);
    }
}
