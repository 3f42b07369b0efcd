using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>What every operation is run with.</summary>
/// <param name="Store">The state.</param>
/// <param name="Authorizer">Takes the decision.</param>
/// <param name="Audit">Keeps the record.</param>
public sealed record Invocation(IStore Store, Authorizer Authorizer, AuditTrail Audit);
