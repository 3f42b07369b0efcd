using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Why calls were denied, by authorization id, for 24 hours: a denial's text ends with the id and a link to its explanation.</summary>
/// <remarks>
/// An explanation is made at the moment of the denial, by the policies and the context that denied, and gathered here; within a second it is
/// written. A flood of denials gets explanations for its first few hundred and one now and then: the others end without an id, as AWS's may.
/// </remarks>
public sealed class DenialJournal : IAsyncDisposable
{
    private const int MostPending = 5_000;
    private const int MostKnownPolicies = 20_000;

    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UpkeepInterval = TimeSpan.FromMinutes(2);

    private readonly IStore _store;
    private readonly ConsoleAddress _console;
    private readonly TimeProvider _time;
    private readonly DenialBudget _budget;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _knownPolicies = new(StringComparer.Ordinal);
    private readonly Task _running;
    private Dictionary<string, CapturedDenial> _pending = new(StringComparer.Ordinal);
    private Dictionary<string, CapturedDenial> _written = new(StringComparer.Ordinal);
    private DateTimeOffset _nextUpkeep;

    /// <summary>Starts gathering.</summary>
    public DenialJournal(IStore store, ConsoleAddress console, TimeProvider time)
    {
        _store = store;
        _console = console;
        _time = time;
        _budget = new DenialBudget(time);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Why a call of an account was denied.</summary>
    /// <param name="account">The account of the caller that was denied.</param>
    /// <param name="id">The authorization id that ended the denial.</param>
    /// <param name="state">The snapshot to look in.</param>
    /// <returns>The explanation; null if there is none of that id, or none any more.</returns>
    public DeniedCall? Find(AccountId account, string id, ReadTransaction state) =>
        FindCaptured(account, id) is { } captured ? captured.Explained
        : DenialTable.Find(state, account, id) is { } record ? JsonSerializer.Deserialize(Expand(record.Content), DenialJson.Default.DeniedCall)
        : null;

    /// <summary>The text of a policy that took part in a denial, as it was then.</summary>
    /// <param name="account">The account of the caller that was denied.</param>
    /// <param name="id">The authorization id that ended the denial.</param>
    /// <param name="uri">What names the policy in the explanation.</param>
    /// <param name="state">The snapshot to look in.</param>
    /// <returns>The text; null if there is no such denial, or no such policy took part.</returns>
    public string? FindPolicy(AccountId account, string id, string uri, ReadTransaction state)
    {
        if (Find(account, id, state)?.Policies.FirstOrDefault(policy => policy.Uri == uri) is not { } policy)
        {
            return null;
        }

        return FindCaptured(account, id) is { } captured ? captured.Sources.Texts.First(text => text.Hash == policy.Hash).Text
            : DenialTable.FindPolicy(state, policy.Hash) is { } content ? Encoding.UTF8.GetString(Expand(content))
            : null;
    }

    /// <summary>Writes what is pending and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        await FlushAsync();
        _stopping.Dispose();
    }

    /// <summary>The denial with the id of its explanation at its end; as it is, where nobody could use that or the caller has had enough of them.</summary>
    internal AwsError Explain(
        AwsError denial, CallContext call, CallKeys keys, Target target, in AuthorizationRequest request, in ApplicablePolicies policies, in Grants grants)
    {
        if (!IsExplained(call) || !_budget.TryTake(call.Caller.UniqueId))
        {
            return denial;
        }

        var id = AuthorizationId.New();
        var captured = new CapturedDenial(
            id, call, keys, target, Evaluator.Explain(in request, in policies), new DenialSources(call.Caller, target, in grants));
        lock (_gate)
        {
            if (_pending.Count >= MostPending)
            {
                return denial;
            }

            _pending.Add(id, captured);
        }

        return AwsError.AccessDenied(
            $"{denial.Message}. Go to {_console.Of($"authorization-details/{id}")} for complete details, "
            + $"or call the GetRequestAuthorizationDetails API with the following authorization id: {id}");
    }

    /// <summary>Writes what is pending now.</summary>
    internal async Task FlushAsync()
    {
        Dictionary<string, CapturedDenial> batch;
        lock (_gate)
        {
            // What was written stays at hand for a while: a snapshot may be older than the write.
            (batch, _pending, _written) = (_pending, new(StringComparer.Ordinal), _pending);
        }

        if (batch.Count == 0)
        {
            return;
        }

        var now = _time.GetUtcNow();
        try
        {
            var records = batch.Values.Select(Record).ToList();
            var policies = PoliciesToWrite(batch.Values, now);
            await _store.AppendAsync(tx =>
            {
                foreach (var (hash, content) in policies)
                {
                    DenialTable.KeepPolicy(tx, hash, content);
                }

                foreach (var record in records)
                {
                    DenialTable.Add(tx, record);
                }
            });
            foreach (var hash in policies.Keys)
            {
                _knownPolicies[hash] = now;
            }
        }
        catch (StoreException)
        {
            lock (_gate)
            {
                foreach (var (id, captured) in batch.Where(_ => _pending.Count < MostPending))
                {
                    _pending.Add(id, captured);
                }
            }

            throw;
        }
    }

    // AWS: IAM's denials end so. S3's have no room for it, and EC2's have an encoded message instead.
    private static bool IsExplained(CallContext call) =>
        call.Operation?.Service.Protocol is not (RestXmlProtocol or Ec2Protocol)
        && call.Caller.Kind is CallerKind.Root or CallerKind.User or CallerKind.RoleSession or CallerKind.FederatedUser;

    private static DenialRecord Record(CapturedDenial denial) => new()
    {
        Id = denial.Id,
        Account = denial.Call.Caller.Account,
        At = denial.Call.Time,
        Content = Compress(JsonSerializer.SerializeToUtf8Bytes(denial.Explained, DenialJson.Default.DeniedCall)),
    };

    private SortedDictionary<string, byte[]> PoliciesToWrite(IEnumerable<CapturedDenial> batch, DateTimeOffset now)
    {
        if (_knownPolicies.Count > MostKnownPolicies)
        {
            _knownPolicies.Clear();
        }

        var policies = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (hash, text) in batch.SelectMany(static denial => denial.Sources.Texts))
        {
            if (!policies.ContainsKey(hash) && (!_knownPolicies.TryGetValue(hash, out var at) || at < now - (DenialRetention.PolicyUseSlack / 2)))
            {
                policies.Add(hash, Compress(Encoding.UTF8.GetBytes(text)));
            }
        }

        return policies;
    }

    private CapturedDenial? FindCaptured(AccountId account, string id)
    {
        lock (_gate)
        {
            return (_pending.TryGetValue(id, out var captured) || _written.TryGetValue(id, out captured)) && captured.Call.Caller.Account == account
                ? captured
                : null;
        }
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(FlushInterval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                try
                {
                    await FlushAsync();
                    await KeepBoundsAsync();
                }
                catch (StoreException)
                {
                    // Tried again at the next tick; beyond the bound, denials end without an id.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: what is pending is written by DisposeAsync.
        }
    }

    private async Task KeepBoundsAsync()
    {
        var now = _time.GetUtcNow();
        if (now >= _nextUpkeep)
        {
            _nextUpkeep = now + UpkeepInterval;
            await DenialRetention.Default.ApplyAsync(_store, now);
        }
    }

    private static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return compressed.ToArray();
    }

    private static byte[] Expand(byte[] compressed)
    {
        using var inflate = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        inflate.CopyTo(content);
        return content.ToArray();
    }
}
