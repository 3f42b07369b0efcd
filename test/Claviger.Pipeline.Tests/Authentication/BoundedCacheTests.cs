namespace Claviger.Pipeline.Tests;

public sealed class BoundedCacheTests
{
    private readonly List<string> evicted = [];
    private readonly BoundedCache<string> cache;

    public BoundedCacheTests() => cache = new BoundedCache<string>(capacity: 10, static value => value.Length, evicted.Add);

    [Fact]
    public void It_never_holds_more_than_its_bound()
    {
        for (var i = 0; i < 1000; i++)
        {
            cache.Put($"key{i}", "abc");
            Assert.InRange(cache.Size, 0, 10);
        }

        Assert.Equal(1000 - 3, evicted.Count);
    }

    [Fact]
    public void What_was_read_lately_stays_longer()
    {
        cache.Put("a", "aaa");
        cache.Put("b", "bbb");
        cache.Put("c", "ccc");
        Assert.True(cache.TryGet("a", out _));

        cache.Put("d", "ddd");

        Assert.True(cache.TryGet("a", out _));
        Assert.False(cache.TryGet("b", out _));
        Assert.Equal(["bbb"], evicted);
    }

    [Fact]
    public void An_entry_put_again_takes_the_place_of_the_former_one()
    {
        for (var i = 0; i < 1000; i++)
        {
            cache.Put("a", $"{i % 10}");
        }

        Assert.True(cache.TryGet("a", out var value));
        Assert.Equal("9", value);
        Assert.Equal(1, cache.Size);
        Assert.Equal(999, evicted.Count);
    }

    [Fact]
    public void An_entry_greater_than_the_bound_is_not_kept()
    {
        cache.Put("a", new string('a', 11));

        Assert.False(cache.TryGet("a", out _));
        Assert.Equal(0, cache.Size);
    }
}
