using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;

namespace Claviger.Store;

/// <summary>The keys under which this deployment seals: one active, earlier ones kept to open what they sealed. Safe to share between threads.</summary>
public sealed class SealingKeys
{
    /// <summary>How long a key is known before anything is sealed under it: far longer than the change feed takes to reach a node.</summary>
    public static readonly TimeSpan PublishedFor = TimeSpan.FromMinutes(5);

    /// <summary>How long a key is sealed under before the next is made.</summary>
    public static readonly TimeSpan ActiveFor = TimeSpan.FromDays(90);

    private readonly MasterKey master;
    private readonly IStore store;
    private readonly Lock reading = new();
    private Keys keys;
    private bool isStale;

    private SealingKeys(MasterKey master, IStore store)
    {
        this.master = master;
        this.store = store;
        keys = Unwrap();
        store.Changed += change =>
        {
            if (change.Kind == ChangeKind.Key)
            {
                Volatile.Write(ref isStale, true);
            }
        };
        store.Forgotten += () => Volatile.Write(ref isStale, true);
    }

    /// <summary>The key to seal under.</summary>
    public SealingKey Active => Current().Active;

    /// <summary>Opens the keys of a store; makes the first one for a store that has none yet.</summary>
    /// <param name="store">The store.</param>
    /// <param name="source">Where the master key comes from.</param>
    /// <exception cref="MasterKeyException">There is no master key, or the keys are wrapped under another.</exception>
    public static async Task<SealingKeys> OpenAsync(IStore store, MasterKeySource source)
    {
        var isNew = await store.ReadAsync(static state => KeyRing.All(state).Count == 0);
        var master = source.Load(mayCreate: isNew);
        if (isNew)
        {
            await store.WriteAsync(SystemAccount.Id, state =>
            {
                // Another node may have been quicker.
                if (KeyRing.All(state).Count == 0)
                {
                    KeyRing.Insert(state, NewKey(master, SealingKeyState.Active, state.Now));
                }

                return true;
            });
        }

        return new SealingKeys(master, store);
    }

    /// <summary>Takes the next step in the life of the keys, if one is due: publishes a key when the active one is old, makes it the active
    /// one once every node has had time to learn it.</summary>
    /// <param name="now">The time by which keys age.</param>
    /// <returns>Whether a step was taken.</returns>
    public async Task<bool> MaintainAsync(DateTimeOffset now) =>
        await store.ReadAsync(state => StepDue(KeyRing.All(state), now) is not null)
        && await store.WriteAsync(SystemAccount.Id, state =>
        {
            var records = KeyRing.All(state);
            switch (StepDue(records, now))
            {
                case SealingKeyState.Published:
                    KeyRing.Insert(state, NewKey(master, SealingKeyState.Published, state.Now));
                    return true;
                case SealingKeyState.Active:
                    Activate(state, records);
                    return true;
                default:
                    return false;
            }
        });

    /// <summary>The key of a number; null if the ring has none.</summary>
    /// <remarks>One that other nodes made is known here before it is used: it is published first, and the change feed tells of it.</remarks>
    public SealingKey? Find(uint id) => Current().ById.GetValueOrDefault(id);

    private static KeyRecord NewKey(MasterKey master, SealingKeyState state, DateTimeOffset now)
    {
        var id = Name(BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
        return new KeyRecord
        {
            Id = id,
            State = Word(state),
            Wrapped = master.Wrap(id, RandomNumberGenerator.GetBytes(MasterKey.Length)),
            Created = now,
        };
    }

    /// <summary>The state that a key should be brought into now; null if all is well.</summary>
    private static SealingKeyState? StepDue(IReadOnlyList<KeyRecord> records, DateTimeOffset now)
    {
        if (InState(records, SealingKeyState.Published) is { } published)
        {
            return published.Created <= now - PublishedFor ? SealingKeyState.Active : null;
        }

        return InState(records, SealingKeyState.Active) is { } active && active.Created <= now - ActiveFor ? SealingKeyState.Published : null;
    }

    private static void Activate(WriteTransaction state, IReadOnlyList<KeyRecord> records)
    {
        foreach (var record in records.Where(static record => record.State == Word(SealingKeyState.Active)))
        {
            KeyRing.Update(state, record with { State = Word(SealingKeyState.Retired) });
        }

        KeyRing.Update(state, InState(records, SealingKeyState.Published)! with { State = Word(SealingKeyState.Active) });
    }

    private static KeyRecord? InState(IReadOnlyList<KeyRecord> records, SealingKeyState state) =>
        records.LastOrDefault(record => record.State == Word(state));

    private static string Word(SealingKeyState state) => state switch
    {
        SealingKeyState.Published => "published",
        SealingKeyState.Active => "active",
        SealingKeyState.Retired => "retired",
    };

    private static string Name(uint id) => id.ToString("x8", CultureInfo.InvariantCulture);

    private static SealingKeyState State(string word) => word switch
    {
        "published" => SealingKeyState.Published,
        "active" => SealingKeyState.Active,
        _ => SealingKeyState.Retired,
    };

    private Keys Current()
    {
        var current = Volatile.Read(ref keys);
        return Volatile.Read(ref isStale) ? Reread(current) : current;
    }

    private Keys Reread(Keys seen)
    {
        lock (reading)
        {
            if (!ReferenceEquals(seen, keys) && !isStale)
            {
                return keys;
            }

            Volatile.Write(ref isStale, false);
            var unwrapped = Unwrap();
            Volatile.Write(ref keys, unwrapped);
            return unwrapped;
        }
    }

    private Keys Unwrap()
    {
        using var state = store.OpenRead();
        var all = KeyRing.All(state)
            .Select(record => new SealingKey(
                uint.Parse(record.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                State(record.State),
                master.Unwrap(record.Id, record.Wrapped)))
            .ToArray();
        return new Keys(all);
    }

    private sealed class Keys(SealingKey[] all)
    {
        public FrozenDictionary<uint, SealingKey> ById { get; } = all.ToFrozenDictionary(static key => key.Id);

        public SealingKey Active { get; } = all.LastOrDefault(static key => key.State == SealingKeyState.Active)
            ?? throw new MasterKeyException("The key ring has no active key.");
    }
}
