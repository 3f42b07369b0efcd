using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>The compiled policies on a caller's side of a decision; null where there are none of a kind.</summary>
/// <param name="Identity">Its own, its groups' and its managed policies, as one set.</param>
/// <param name="Boundary">Its permissions boundary.</param>
/// <param name="Session">The policies its session was narrowed with.</param>
/// <param name="IdentityHolders">The ARN of the user, group or role that each of the identity policies is attached to, in their order.</param>
public readonly record struct Grants(PolicySet? Identity, PolicySet? Boundary, PolicySet? Session, IReadOnlyList<string> IdentityHolders);
