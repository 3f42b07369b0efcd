using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A write that waits for its turn: what to run, and who waits for the answer.</summary>
internal abstract class Commit(AccountId? account, bool hasHead)
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int TakenBack = 2;
    private int state = Waiting;

    /// <summary>The account in whose turn the write runs; null for what is no account's.</summary>
    public AccountId? Account { get; } = account;

    /// <summary>Whether the account's row is locked and its revision raised.</summary>
    public bool HasHead { get; } = hasHead;

    /// <summary>Why the write failed by itself; null if it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether there is something to undo if the write has failed.</summary>
    public bool HasTraces { get; private set; }

    /// <summary>Whether the write is still wanted; from here on it can't be taken back.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref state, Begun, Waiting) != TakenBack;

    /// <summary>Runs the write within a transaction that is open. May be called again when the transaction is retried.</summary>
    public void Run(Session session, Feed feed, AccountHead? head, DateTimeOffset now)
    {
        Failure = null;
        using var tx = head is null ? new AppendTransaction(session, feed, now) : new WriteTransaction(session, feed, head, now);
        try
        {
            Run(tx);
            tx.Finish();
        }
        finally
        {
            HasTraces = tx.HasTraces;
        }
    }

    /// <summary>Notes that the write failed by itself and was undone.</summary>
    public void Fail(Exception failure) => Failure = failure;

    /// <summary>Answers, now that the transaction is durable.</summary>
    public abstract void Answer();

    /// <summary>Answers that nothing was written.</summary>
    public abstract void Refuse(Exception failure);

    /// <summary>Takes the write back unless it has begun.</summary>
    public void TakeBack(CancellationToken cancellation)
    {
        if (Interlocked.CompareExchange(ref state, TakenBack, Waiting) == Waiting)
        {
            Refuse(new OperationCanceledException(cancellation));
        }
    }

    protected abstract void Run(AppendTransaction tx);
}

/// <summary>A write with a result.</summary>
internal sealed class Commit<T>(AccountId? account, bool hasHead, Func<AppendTransaction, T> run) : Commit(account, hasHead)
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Answered => answer.Task;

    public override void Answer()
    {
        if (Failure is null)
        {
            answer.TrySetResult(result);
        }
        else
        {
            Refuse(Failure);
        }
    }

    public override void Refuse(Exception failure)
    {
        if (failure is OperationCanceledException { CancellationToken.IsCancellationRequested: true } cancelled)
        {
            answer.TrySetCanceled(cancelled.CancellationToken);
        }
        else
        {
            answer.TrySetException(failure);
        }
    }

    protected override void Run(AppendTransaction tx) => result = run(tx);
}
