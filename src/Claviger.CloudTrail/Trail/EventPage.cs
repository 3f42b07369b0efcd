using System.IO.Compression;
using System.Text;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.CloudTrail;

/// <summary>Reads a page of an account's event history, from the newest back.</summary>
/// <remarks>
/// The trail has the events of writes one by one, and all others in compressed blocks, of all accounts, a second of them each. So it is read in
/// spans: from after one block to the next and with that, for it has what happened meanwhile; within a span the events are brought into order.
/// </remarks>
internal sealed class EventPage(ReadTransaction state, AccountId account, LookupFilter filter, DateTimeOffset now, int limit)
{
    private const int MostSpans = 64;
    private const int MostBytes = 32 * 1024 * 1024;
    private const int MostRows = 500;

    /// <summary>The least by which times in the trail differ.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>How much later than it happened an event may have been recorded.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    private readonly List<RecordedEvent> _events = [];
    private readonly byte[] _mark = [.. "\"recipientAccountId\":\""u8, .. Encoding.ASCII.GetBytes(account.ToString()), (byte)'"'];
    private long _bytes;

    /// <summary>The events of the page.</summary>
    public IReadOnlyList<RecordedEvent> Events => _events;

    /// <summary>Reads the page.</summary>
    /// <param name="from">Where it begins; null for the newest.</param>
    /// <returns>Where the next page begins; null if there is none.</returns>
    public TrailPosition? Read(TrailPosition? from)
    {
        var (before, passed) = from ?? new TrailPosition(Start(), 0);
        for (var span = 0; span < MostSpans && _bytes < MostBytes; span++)
        {
            var found = ReadSpan(before, out var next);
            var room = limit - _events.Count;
            _events.AddRange(found.Skip(passed).Take(room));
            if (found.Count - passed > room)
            {
                return new TrailPosition(before, passed + room);
            }

            if (next is not { } further)
            {
                return null;
            }

            (before, passed) = (further, 0);
            if (_events.Count == limit)
            {
                break;
            }
        }

        return new TrailPosition(before, 0);
    }

    private DateTimeOffset Start() => filter.To is { } to && to < now - Delay ? to + Delay : now;

    /// <summary>The events of one span, newest first.</summary>
    /// <param name="before">Its end, which is not part of it.</param>
    /// <param name="next">The end of the span before it; null if there is nothing more to look at.</param>
    private List<RecordedEvent> ReadSpan(DateTimeOffset before, out DateTimeOffset? next)
    {
        var newest = AuditLog.TimeOfNewestBlock(state, filter.From, before);
        IReadOnlyList<AuditEntry> blocks = [];
        if (newest is { } end && end + Tick == before)
        {
            blocks = AuditLog.ReadBlocks(state, end, before, 0, int.MaxValue);
            newest = AuditLog.TimeOfNewestBlock(state, filter.From, end);
        }

        next = newest + Tick;
        var rows = AuditLog.ReadNewestEvents(state, account, next ?? filter.From, before, MostRows + 1);
        if (rows.Count > MostRows)
        {
            // So much was written in the span that it is read in parts, by whole milliseconds.
            next = rows[MostRows - 1].At;
            rows = AuditLog.ReadNewestEvents(state, account, next.Value, before, int.MaxValue);
        }

        var found = new List<RecordedEvent>();
        foreach (var row in rows)
        {
            _bytes += row.Content.Length;
            Add(found, RecordedEvent.Read(row.Content, null));
        }

        foreach (var block in blocks)
        {
            ReadBlock(block.Content, found);
        }

        found.Sort(static (one, other) => other.Time == one.Time ? string.CompareOrdinal(other.Id, one.Id) : other.Time.CompareTo(one.Time));
        return found;
    }

    private void ReadBlock(byte[] content, List<RecordedEvent> found)
    {
        using var events = new MemoryStream();
        using (var inflate = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress))
        {
            inflate.CopyTo(events);
        }

        var rest = events.GetBuffer().AsSpan(0, (int)events.Length);
        _bytes += rest.Length;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];

            // Most lines are of other accounts: those are told by a glance. What a caller sends can look like the mark, so the rest are read.
            if (line.IndexOf(_mark) >= 0)
            {
                Add(found, RecordedEvent.Read(line, account));
            }
        }
    }

    private void Add(List<RecordedEvent> found, RecordedEvent? recorded)
    {
        if (recorded is not null && filter.Takes(recorded))
        {
            found.Add(recorded);
        }
    }
}
