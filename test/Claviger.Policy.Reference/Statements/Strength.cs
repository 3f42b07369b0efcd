namespace Claviger.Policy.Reference;

/// <summary>How closely a statement names the caller (4.2), the weakest first.</summary>
internal enum Strength
{
    None,
    ViaAccount,
    ViaUser,
    ViaRole,
    Direct,
}
