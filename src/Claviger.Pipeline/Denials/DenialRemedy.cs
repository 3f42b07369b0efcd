using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>A statement that would have to stand in a policy of some kind for the call to be allowed.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Statement">The statement, as JSON.</param>
public sealed record DenialRemedy(PolicyKind Kind, string Statement);
