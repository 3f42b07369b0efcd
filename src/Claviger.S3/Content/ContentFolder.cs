using Claviger.Store;
using Microsoft.Win32.SafeHandles;

namespace Claviger.S3;

/// <summary>The bytes of objects, in files with random names. A file is never changed once it is whole; no key or bucket is part of a path.</summary>
/// <remarks>
/// INVARIANT: a file under <c>data</c> is whole and on the disk, its name too, before any record refers to it, and is deleted only once none does.
/// What is under way lies in <c>incoming</c>.
/// </remarks>
public sealed class ContentFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int Shelves = 256;

    private readonly ContentPlace _place;
    private readonly string _incoming;
    private readonly string _data;
    private readonly Lock _gate = new();
    private readonly HashSet<ContentId> _unsettled = [];
    private readonly Dictionary<ContentId, int> _held = [];
    private readonly HashSet<ContentId> _doomed = [];

    /// <summary>Opens the folder, and makes it if there is none.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    public ContentFolder(ContentPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        _place = place;
        _incoming = Path.Combine(place.Folder, "incoming");
        _data = Path.Combine(place.Folder, "data");
        Make();
    }

    /// <summary>Where it is.</summary>
    internal ContentPlace Place => _place;

    /// <summary>A file for bytes that are under way.</summary>
    internal SafeFileHandle Begin(ContentId id)
    {
        lock (_gate)
        {
            _unsettled.Add(id);
        }

        var handle = File.OpenHandle(Incoming(id), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(handle, OwnerOnly);
        }

        return handle;
    }

    /// <summary>Puts a file whose bytes are all written in its place, and returns once it would survive a loss of power.</summary>
    internal void Finish(ContentId id, SafeFileHandle handle)
    {
        if (!_place.IsTemporary)
        {
            RandomAccess.FlushToDisk(handle);
        }

        handle.Dispose();
        File.Move(Incoming(id), PathOf(id));
        if (!_place.IsTemporary)
        {
            FolderSync.Flush(ShelfOf(id));
        }
    }

    /// <summary>Says that a record refers to a content now.</summary>
    internal void Settle(ContentId? id)
    {
        if (id is { } settled)
        {
            lock (_gate)
            {
                _unsettled.Remove(settled);
            }
        }
    }

    /// <summary>Deletes what no record will refer to, under way or whole.</summary>
    internal void Abandon(ContentId? id)
    {
        if (id is { } abandoned)
        {
            File.Delete(Incoming(abandoned));
            File.Delete(PathOf(abandoned));
            Settle(abandoned);
        }
    }

    /// <summary>Keeps contents from being deleted while they are read.</summary>
    internal void Hold(IEnumerable<ContentSlice> slices)
    {
        lock (_gate)
        {
            foreach (var slice in slices)
            {
                _held[slice.Content] = _held.GetValueOrDefault(slice.Content) + 1;
            }
        }
    }

    /// <summary>Lets go of contents that were held.</summary>
    internal void Release(IEnumerable<ContentSlice> slices)
    {
        var free = new List<ContentId>();
        lock (_gate)
        {
            foreach (var content in slices.Select(static slice => slice.Content))
            {
                if (--_held[content] == 0)
                {
                    _held.Remove(content);
                    if (_doomed.Remove(content))
                    {
                        free.Add(content);
                    }
                }
            }
        }

        free.ForEach(id => File.Delete(PathOf(id)));
    }

    /// <summary>Deletes a content that no record refers to any more; one that is being read is deleted after that.</summary>
    internal void Delete(ContentId id)
    {
        lock (_gate)
        {
            if (_held.ContainsKey(id))
            {
                _doomed.Add(id);
                return;
            }
        }

        File.Delete(PathOf(id));
    }

    /// <summary>Opens a content.</summary>
    /// <exception cref="FileNotFoundException">It was deleted.</exception>
    // With this sharing the framework takes no lock on the file: nobody writes to it.
    internal SafeFileHandle Open(ContentId id) =>
        File.OpenHandle(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.None);

    /// <summary>Deletes what was under way when an earlier server ended.</summary>
    internal void SweepIncoming(DateTimeOffset now)
    {
        foreach (var file in Directory.EnumerateFiles(_incoming))
        {
            if (IsSweepable(file, now) && !(ContentId.TryParse(Path.GetFileName(file), out var id) && IsUnsettled(id)))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Deletes the files of a shelf that no record refers to.</summary>
    /// <param name="shelf">Its number, below 256: the first byte of the ids on it.</param>
    /// <param name="now">The time.</param>
    /// <param name="referred">Reads the contents of the shelf that records refer to.</param>
    internal async ValueTask SweepAsync(int shelf, DateTimeOffset now, Func<ContentId, ContentId, ValueTask<ISet<ContentId>>> referred)
    {
        var found = new List<ContentId>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_data, Name(shelf))))
        {
            if (ContentId.TryParse(Path.GetFileName(file), out var id) && IsSweepable(file, now))
            {
                found.Add(id);
            }
        }

        if (found.Count == 0)
        {
            return;
        }

        // INVARIANT: in this order. What is no longer unsettled here has a record, which the read after it sees.
        found.RemoveAll(IsUnsettled);
        var first = new ContentId((UInt128)shelf << 120);
        var records = await referred(first, new ContentId(first.Value | (UInt128.MaxValue >> 8)));
        foreach (var orphan in found.Where(id => !records.Contains(id)))
        {
            Delete(orphan);
        }
    }

    /// <summary>Takes the folder away if it is temporary.</summary>
    public void Dispose()
    {
        if (_place.IsTemporary)
        {
            Directory.Delete(_place.Folder, recursive: true);
        }
    }

    private static string Name(int shelf) => shelf.ToString("x2", System.Globalization.CultureInfo.InvariantCulture);

    private bool IsUnsettled(ContentId id)
    {
        lock (_gate)
        {
            return _unsettled.Contains(id);
        }
    }

    private bool IsSweepable(string file, DateTimeOffset now) =>
        _place.Grace == TimeSpan.Zero || File.GetLastWriteTimeUtc(file) < now.UtcDateTime - _place.Grace;

    private void Make()
    {
        if (Directory.Exists(Path.Combine(_data, Name(Shelves - 1))))
        {
            Directory.CreateDirectory(_incoming);
            return;
        }

        foreach (var folder in Enumerable.Range(0, Shelves).Select(shelf => Path.Combine(_data, Name(shelf))).Prepend(_data).Prepend(_incoming))
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            }
        }

        if (!_place.IsTemporary)
        {
            FolderSync.Flush(_data);
            FolderSync.Flush(_place.Folder);
        }
    }

    private string ShelfOf(ContentId id) => Path.Combine(_data, id.ToString()[..2]);

    private string PathOf(ContentId id) => Path.Combine(ShelfOf(id), id.ToString());

    private string Incoming(ContentId id) => Path.Combine(_incoming, id.ToString());
}
