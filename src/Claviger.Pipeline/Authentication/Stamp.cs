namespace Claviger.Pipeline;

/// <summary>Stands for an entity as it was when something was read of it; void once the entity has changed.</summary>
internal sealed class Stamp(string id)
{
    private bool isVoid;

    public string Id => id;

    /// <summary>Whether the entity may have changed since.</summary>
    public bool IsVoid
    {
        get => Volatile.Read(ref isVoid);
        set => Volatile.Write(ref isVoid, value);
    }

    /// <summary>How many cached entries hold it; kept under the lock of <see cref="Stamps"/>.</summary>
    public int Holders { get; set; }
}
