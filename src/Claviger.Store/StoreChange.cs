using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A row of the change feed: something of an account changed with a revision.</summary>
/// <param name="Account">Whose; <see cref="SystemAccount.Id"/> for what belongs to the deployment.</param>
/// <param name="Revision">The account's revision that made the change; each is one more than the last.</param>
/// <param name="Kind">One of <see cref="ChangeKind"/>.</param>
/// <param name="Id">What changed: the unique id of a user, group, role, instance profile or access key; a managed policy's ARN.</param>
public readonly record struct StoreChange(AccountId Account, long Revision, string Kind, string Id);
