namespace Claviger.Store;

/// <summary>Whether a store takes writes. Once shut it stays so: what reached the disk is only known after a restart.</summary>
internal sealed class WriteGate
{
    private volatile Exception? cause;

    public bool IsShut => cause is not null;

    public void Shut(Exception failure) => cause ??= failure;

    public StoreReadOnlyException Refusal() =>
        new($"The store takes no writes until it is restarted: {cause?.Message}", cause);
}
