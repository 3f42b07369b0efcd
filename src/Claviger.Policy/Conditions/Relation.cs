namespace Claviger.Policy;

/// <summary>How the request's value must stand to the policy's.</summary>
internal enum Relation
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
