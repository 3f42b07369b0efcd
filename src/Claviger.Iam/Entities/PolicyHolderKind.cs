namespace Claviger.Iam;

/// <summary>The kinds of entities that policies are attached to or embedded in.</summary>
internal enum PolicyHolderKind
{
    User,
    Group,
    Role,
}
