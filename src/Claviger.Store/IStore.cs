using Claviger.Policy;

namespace Claviger.Store;

/// <summary>Where all records live. Reads see one snapshot; a write is one transaction, and is on the disk before it is answered.</summary>
/// <remarks>Two implementations pass one conformance suite: <see cref="SqliteStore"/>, embedded, and <see cref="PostgresStore"/>, for more than one node.</remarks>
public interface IStore : IAsyncDisposable
{
    /// <summary>Raised for each row of the change feed, in the order of an account's revisions: a write's own before it is answered here,
    /// other nodes' when they are heard of. Handlers must be quick and must not fail.</summary>
    event Action<StoreChange> Changed;

    /// <summary>Raised when nothing that was read before may be believed: the database is another one, or an older state of it.</summary>
    event Action Forgotten;

    /// <summary>Random name of this deployment, made with its database: 32 hexadecimal digits.</summary>
    string DeploymentId { get; }

    /// <summary>Whether writes are refused until a restart because one failed on its way to the disk.</summary>
    bool IsReadOnly { get; }

    /// <summary>Whether the change feed was read lately. A node that can't see it must stop allowing.</summary>
    bool FeedHealthy { get; }

    /// <summary>The newest revision of an account that this node has read, written or heard of; 0 if none.</summary>
    long StoreRevision(AccountId account);

    /// <summary>Opens a snapshot; it begins with the first statement, so one that reads nothing costs nothing. Dispose it soon.</summary>
    ReadTransaction OpenRead();

    /// <summary>Runs reads over one snapshot.</summary>
    ValueTask<T> ReadAsync<T>(Func<ReadTransaction, T> read);

    /// <summary>Runs reads over one snapshot, passing state along so that the function need not capture it.</summary>
    ValueTask<T> ReadAsync<TState, T>(TState state, Func<ReadTransaction, TState, T> read);

    /// <summary>Runs a write to one account, and answers when it is durable.</summary>
    /// <param name="account">Its row is locked: writes to one account happen one after the other.</param>
    /// <param name="commit">Short, without I/O of its own, safe to run twice. An exception undoes what it did and fails only this call.</param>
    /// <param name="cancellation">Takes the write back for as long as it has not begun.</param>
    /// <exception cref="StoreReadOnlyException">An earlier write failed on its way to the disk, or this one did.</exception>
    /// <exception cref="StoreBusyException">Too many writes are waiting.</exception>
    /// <exception cref="AccountNotFoundException">There is no such account, and <paramref name="commit"/> did not create it.</exception>
    Task<T> WriteAsync<T>(AccountId account, Func<WriteTransaction, T> commit, CancellationToken cancellation = default);

    /// <summary>Writes rows that have no place in the change feed: last-used times, blocks of the audit trail. Raises no revision.</summary>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    Task AppendAsync(Action<AppendTransaction> append, CancellationToken cancellation = default);

    /// <summary>Writes what an account holds beside its records, objects and parts: no feed row, no revision. Answers when it is durable.</summary>
    /// <param name="account">In whose turn the write runs; its row is not locked.</param>
    /// <param name="append">Short, without I/O of its own, safe to run twice. An exception undoes what it did and fails only this call.</param>
    /// <param name="cancellation">Takes the write back for as long as it has not begun.</param>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    Task<T> AppendAsync<T>(AccountId account, Func<AppendTransaction, T> append, CancellationToken cancellation = default);
}
