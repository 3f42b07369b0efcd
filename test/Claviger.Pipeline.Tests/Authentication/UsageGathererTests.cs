using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class UsageGathererTests : IAsyncLifetime
{
    private World world = null!;

    public async ValueTask InitializeAsync() => world = await World.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_keys_use_is_written_with_service_and_region()
    {
        var key = await world.CreateKeyAsync(await world.CreateUserAsync("alice"));
        await world.CallAsync(key.Id);
        Assert.Null((await ReadAsync(key.Id)).LastUsed);

        await world.Usage.FlushAsync(TestContext.Current.CancellationToken);

        var read = await ReadAsync(key.Id);
        Assert.Equal((world.Now, "sts", "eu-west-1"), (read.LastUsed, read.LastUsedService, read.LastUsedRegion));
    }

    [Fact]
    public async Task Of_uses_within_a_quarter_of_an_hour_the_first_counts()
    {
        var key = await world.CreateKeyAsync(await world.CreateUserAsync("alice"));
        var first = world.Now;
        await UseAsync();
        world.Time.Advance(TimeSpan.FromMinutes(14));
        await UseAsync();
        Assert.Equal(first, (await ReadAsync(key.Id)).LastUsed);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await UseAsync();
        Assert.Equal(world.Now, (await ReadAsync(key.Id)).LastUsed);

        async Task UseAsync()
        {
            await world.CallAsync(key.Id);
            await world.Usage.FlushAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_roles_use_is_that_of_its_sessions()
    {
        var role = await world.CreateRoleAsync("admin");
        await world.CallAsync(world.Tokens.Issue(world.RoleSession(role)));
        await world.Usage.FlushAsync(TestContext.Current.CancellationToken);

        var read = await world.Store.ReadAsync(state => Roles.ById(state, World.Account, role.Id)!);
        Assert.Equal((world.Now, "eu-west-1"), (read.LastUsed, read.LastUsedRegion));
    }

    [Fact]
    public async Task The_services_that_a_user_calls_are_noted_with_their_operations()
    {
        var user = await world.CreateUserAsync("alice");
        await world.CallAsync((await world.CreateKeyAsync(user)).Id);
        await world.Usage.FlushAsync(TestContext.Current.CancellationToken);

        var services = await world.Store.ReadAsync(state => ServicesLastUsed.Of(state, World.Account, user.Id));
        Assert.Equal(["", "GetCallerIdentity"], services.Select(static it => it.Action).Order());
        Assert.All(services, it => Assert.Equal(("sts", world.Now), (it.Service, it.At)));
    }

    [Fact]
    public async Task A_sign_in_with_a_password_is_noted_for_user_and_root()
    {
        var user = await world.CreateUserAsync("alice");
        world.Usage.NotePassword(World.Account, user.Id, world.Now);
        world.Usage.NotePassword(World.Account, null, world.Now);
        await world.Usage.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal(world.Now, (await world.Store.ReadAsync(state => Users.ById(state, World.Account, user.Id)!)).PasswordLastUsed);
        Assert.Equal(world.Now, (await world.Store.ReadAsync(static state => Accounts.Find(state, World.Account)!)).RootPasswordLastUsed);
    }

    [Fact]
    public async Task What_is_left_is_written_at_the_end()
    {
        var key = await world.CreateKeyAsync(await world.CreateUserAsync("alice"));
        await world.Usage.StartAsync(TestContext.Current.CancellationToken);
        await world.CallAsync(key.Id);

        await world.Usage.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(world.Now, (await ReadAsync(key.Id)).LastUsed);
    }

    private ValueTask<AccessKeyRecord> ReadAsync(string id) => world.Store.ReadAsync(state => AccessKeys.Find(state, id)!);
}
