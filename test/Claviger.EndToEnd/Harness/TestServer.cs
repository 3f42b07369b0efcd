[assembly: AssemblyFixture(typeof(Claviger.EndToEnd.TestServer))]

namespace Claviger.EndToEnd;

/// <summary>The one server that the tests of this assembly share, and the SDKs that call it.</summary>
/// <remarks>Its store is what <c>TEST_STORE</c> names: ./check runs the assembly once on each.</remarks>
public sealed class TestServer : IAsyncLifetime
{
    private readonly Lazy<SdkProcess> _boto3 = new(SdkProcess.Boto3);
    private readonly Lazy<SdkProcess> _javaScript = new(SdkProcess.JavaScript);
    private readonly Lazy<Task<string>> _image;
    private LiveServer? _server;

    /// <summary>A server that is not there yet.</summary>
    public TestServer() => _image = new(() => TinyImage.ImportAsync(Running.Folder));

    /// <summary>The store that this run is about.</summary>
    public static StoreKind Store { get; } =
        Enum.Parse<StoreKind>(Environment.GetEnvironmentVariable("TEST_STORE") ?? nameof(StoreKind.Sqlite), ignoreCase: true);

    /// <summary>Where the server listens.</summary>
    public Uri Endpoint => Running.Endpoint;

    /// <summary>Where its console listens.</summary>
    public Uri Console => Running.Console;

    /// <summary>The root user of the first account.</summary>
    public SdkCaller FirstRoot => new(this, LiveServer.RootKey);

    /// <summary>Somebody without credentials.</summary>
    public SdkCaller Anonymous => new(this, null);

    /// <summary>boto3.</summary>
    public SdkProcess Boto3 => _boto3.Value;

    /// <summary>The SDK for JavaScript.</summary>
    public SdkProcess JavaScript => _javaScript.Value;

    /// <summary>The id of an image that instances can be launched from; it is made when first asked for.</summary>
    public Task<string> ImageAsync() => _image.Value;

    private LiveServer Running => _server ?? throw new InvalidOperationException("The server isn't running.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _server = await LiveServer.StartAsync(Store);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var sdk in new[] { _boto3, _javaScript }.Where(sdk => sdk.IsValueCreated))
        {
            await sdk.Value.DisposeAsync();
        }

        await Running.DisposeAsync();
    }
}
