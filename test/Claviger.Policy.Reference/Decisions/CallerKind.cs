namespace Claviger.Policy.Reference;

/// <summary>The callers of section 4.1, and the bare role of a simulation.</summary>
internal enum CallerKind
{
    Anonymous,
    User,
    RoleSession,
    FederatedUser,
    Root,
    Role,
    Service,
    Provider,
}
