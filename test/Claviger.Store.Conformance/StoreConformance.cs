namespace Claviger.Store.Conformance;

/// <summary>A part of what every store must do, run over one kind of store.</summary>
public abstract class StoreConformance(StoreUnderTest place) : IAsyncDisposable
{
    /// <summary>Where the stores of the test are.</summary>
    protected StoreUnderTest Place => place;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
