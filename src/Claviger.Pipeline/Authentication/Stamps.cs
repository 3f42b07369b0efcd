using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The stamps of all entities that cached entries were made of; voided by the store's change feed before a write is answered.</summary>
/// <remarks>
/// INVARIANT: a stamp is taken before the snapshot is opened that the entry is read from. A change that the snapshot doesn't have yet is told
/// later and voids the stamp; so an entry whose stamps hold is not older than any change that this node knows of.
/// </remarks>
internal sealed class Stamps
{
    private readonly Dictionary<string, Stamp> stamps = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int keyChanges;

    public Stamps(IStore store)
    {
        store.Changed += OnChanged;
        store.Forgotten += VoidAll;
    }

    /// <summary>Raised by every change of an access key: an id that was unknown may be known since.</summary>
    public int KeyChanges => Volatile.Read(ref keyChanges);

    /// <summary>Takes the stamps of some entities, to be given back once the entry is gone.</summary>
    public Stamp[] Take(params ReadOnlySpan<string> ids)
    {
        var taken = new Stamp[ids.Length];
        lock (gate)
        {
            for (var i = 0; i < ids.Length; i++)
            {
                if (!stamps.TryGetValue(ids[i], out var stamp))
                {
                    stamp = new Stamp(ids[i]);
                    stamps.Add(ids[i], stamp);
                }

                stamp.Holders++;
                taken[i] = stamp;
            }
        }

        return taken;
    }

    public void Return(Stamp[] taken)
    {
        lock (gate)
        {
            foreach (var stamp in taken)
            {
                if (--stamp.Holders == 0 && stamps.TryGetValue(stamp.Id, out var current) && ReferenceEquals(current, stamp))
                {
                    stamps.Remove(stamp.Id);
                }
            }
        }
    }

    private void OnChanged(StoreChange change)
    {
        lock (gate)
        {
            if (change.Kind is ChangeKind.AccessKey or ChangeKind.Everything)
            {
                Volatile.Write(ref keyChanges, keyChanges + 1);
            }

            if (stamps.Remove(change.Id, out var stamp))
            {
                stamp.IsVoid = true;
            }
        }
    }

    private void VoidAll()
    {
        lock (gate)
        {
            Volatile.Write(ref keyChanges, keyChanges + 1);
            foreach (var stamp in stamps.Values)
            {
                stamp.IsVoid = true;
            }

            stamps.Clear();
        }
    }
}
