namespace Claviger.Policy.Tests;

public sealed class ContextKeyTests
{
    [Fact]
    public void One_name_is_one_object_in_whatever_case()
    {
        var key = ContextKey.Of("aws:ResourceTag/Team");

        Assert.Same(key, ContextKey.Of("AWS:resourcetag/TEAM"));
        Assert.NotSame(key, ContextKey.Of("aws:ResourceTag/Teams"));
        Assert.Same(ContextKey.Of("aws:resourceTag"), key.Family);
        Assert.Equal("Team", key.Member, ignoreCase: true);
        Assert.NotEqual(key.Id, key.Family!.Id);
    }

    [Fact]
    public void A_name_that_begins_with_a_slash_has_no_family()
    {
        Assert.Null(ContextKey.Of("/Team").Family);
        Assert.Null(ContextKey.Of("aws:username").Member);
        Assert.Throws<ArgumentNullException>(() => ContextKey.Of((string)null!));
    }

    [Fact]
    public void Names_that_nobody_holds_do_not_pile_up()
    {
        for (var i = 0; i < 200_000; i++)
        {
            ContextKey.Of($"made-up:{i}");
            if (i % 20_000 == 0)
            {
                GC.Collect();
            }
        }

        Assert.InRange(ContextKey.TableSize, 0, 100_000);
    }

    [Fact]
    public void Threads_that_meet_at_a_new_name_get_the_same_object()
    {
        for (var round = 0; round < 200; round++)
        {
            var name = $"contended:{round}";
            var keys = new ContextKey[8];
            Parallel.For(0, keys.Length, i => keys[i] = ContextKey.Of(name));

            Assert.All(keys, key => Assert.Same(keys[0], key));
        }
    }
}
