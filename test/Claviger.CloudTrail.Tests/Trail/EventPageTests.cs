using System.Globalization;
using System.IO.Compression;
using System.Text;
using Claviger.Policy;
using Claviger.Store;
using Claviger.Store.Conformance;

namespace Claviger.CloudTrail.Tests;

public sealed class EventPageTests : IAsyncDisposable
{
    private static readonly AccountId Account = AccountId.Parse("123456789012");
    private static readonly AccountId Other = AccountId.Parse("210987654321");

    private readonly ManualTime _time = new();
    private readonly SqliteStore _store;

    public EventPageTests() => _store = SqliteStore.OpenEphemeral(_time);

    private DateTimeOffset Now => _time.GetUtcNow();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Writes_and_reads_of_one_second_are_told_in_the_order_in_which_they_happened()
    {
        await _store.CreateAccountAsync(Account);
        var reads = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            await WriteAsync(Event($"write-{i}"));
            Pass(10);
            reads.Add(Event($"read-{i}"));
            Pass(10);
            if (i % 10 == 9)
            {
                await AppendAsync(reads);
                reads.Clear();
                Pass(10);
            }
        }

        var expected = Enumerable.Range(0, 30).Reverse().SelectMany(i => new[] { $"read-{i}", $"write-{i}" });
        Assert.Equal(expected, All(limit: 7));
        Assert.Equal(expected, All(limit: 50));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_span_with_more_writes_than_are_read_at_once_is_told_whole(int pause)
    {
        await _store.CreateAccountAsync(Account);
        await WriteAsync(Event("first"));
        for (var i = 0; i < 12; i++)
        {
            Pass(pause);
            var part = i;
            await WriteAsync([.. Enumerable.Range(0, 100).Select(j => Event($"write-{part}-{j}"))]);
        }

        await AppendAsync([Event("read")]);
        Pass(1);

        var told = All(limit: 50);
        Assert.Equal(1_202, told.Count);
        Assert.Equal(1_202, told.Distinct().Count());
    }

    [Fact]
    public async Task Nobody_sees_an_event_of_another_account_whatever_is_in_it()
    {
        await _store.CreateAccountAsync(Account);
        await AppendAsync(
        [
            Event("mine"),
            Event("theirs", Other, """{"recipientAccountId":"123456789012"}"""),
            Event("theirs too", Other, """{"userName":"\"recipientAccountId\":\"123456789012\""}"""),
        ]);
        Pass(1);

        Assert.Equal(["mine"], All(limit: 50));
    }

    [Fact]
    public async Task A_page_does_a_bounded_work_and_the_next_goes_on()
    {
        await _store.CreateAccountAsync(Account);
        await WriteAsync(Event("needle"));
        for (var i = 0; i < 200; i++)
        {
            Pass(1_000);
            await AppendAsync([Event("hay", Other)]);
        }

        Pass(1);
        using var state = _store.OpenRead();
        var page = new EventPage(state, Account, Filter(), Now, 50);
        var rest = page.Read(null);

        Assert.Empty(page.Events);
        Assert.NotNull(rest);
        Assert.Equal(["needle"], All(limit: 50));
    }

    private static LookupFilter Filter() => new(DateTimeOffset.UnixEpoch, null, null, null);

    private List<string> All(int limit)
    {
        using var state = _store.OpenRead();
        var names = new List<string>();
        TrailPosition? position = null;
        do
        {
            var page = new EventPage(state, Account, Filter(), Now, limit);
            position = page.Read(position);
            Assert.True(page.Events.Count <= limit);
            names.AddRange(page.Events.Select(static it => it.ToShape().EventName!));
        }
        while (position is not null);

        return names;
    }

    private string Event(string name, AccountId? account = null, string request = "null") => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"eventTime":"{{{Now:yyyy-MM-ddTHH:mm:ss.fffZ}}}","eventName":"{{{name}}}","userIdentity":{"type":"Root"},"requestParameters":{{{request}}},"eventID":"{{{name}}}","managementEvent":true,"recipientAccountId":"{{{account ?? Account}}}"}
        """);

    private void Pass(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    private Task<bool> WriteAsync(params string[] events) => _store.WriteAsync(
        Account,
        tx =>
        {
            foreach (var text in events)
            {
                tx.Audit(Encoding.UTF8.GetBytes(text));
            }

            return true;
        },
        TestContext.Current.CancellationToken);

    private Task AppendAsync(IEnumerable<string> events)
    {
        using var block = new MemoryStream();
        using (var deflate = new ZLibStream(block, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(string.Join('\n', events) + "\n"));
        }

        return _store.AppendAsync(tx => AuditLog.AppendBlock(tx, block.ToArray()), TestContext.Current.CancellationToken);
    }
}
