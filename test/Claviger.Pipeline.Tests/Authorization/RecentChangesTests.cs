using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class RecentChangesTests : IAsyncLifetime
{
    private World world = null!;
    private RecentChanges changes = null!;

    public async ValueTask InitializeAsync()
    {
        world = await World.CreateAsync();
        changes = new RecentChanges(world.Store);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task What_has_changed_since_a_revision_is_touched_and_nothing_else()
    {
        var alice = await world.CreateUserAsync("alice");
        var before = changes.Newest(World.Account);
        var bob = await world.CreateUserAsync("bob");

        Assert.True(changes.Touched(World.Account, before, [bob.Id]));
        Assert.False(changes.Touched(World.Account, before, [alice.Id]));
        Assert.False(changes.Touched(World.Account, changes.Newest(World.Account), [bob.Id]));
    }

    [Fact]
    public async Task What_lies_further_back_than_is_remembered_counts_as_touched()
    {
        var alice = await world.CreateUserAsync("alice");
        var before = changes.Newest(World.Account);
        for (var i = 0; i < 1100; i++)
        {
            await world.WriteAsync(static state => state.Changed(ChangeKind.User, "AIDAOFSOMEBODYELSE"));
        }

        Assert.True(changes.Touched(World.Account, before, [alice.Id]));
    }

    [Fact]
    public async Task Emptying_the_account_touches_everything()
    {
        var alice = await world.CreateUserAsync("alice");
        var before = changes.Newest(World.Account);
        await world.WriteAsync(static state => Accounts.Empty(state, state.Account));

        Assert.True(changes.Touched(World.Account, before, [alice.Id]));
    }
}
