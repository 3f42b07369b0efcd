namespace Claviger.Bench;

/// <summary>The framework's own hello-world: what the template makes, published like the server (ReadyToRun).</summary>
internal static class HelloWorld
{
    /// <summary>The published program, beside this one.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "hello", "Claviger.Bench.Hello");
}
