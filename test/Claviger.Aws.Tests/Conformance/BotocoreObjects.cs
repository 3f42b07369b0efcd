using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Claviger.Aws.Tests;

/// <summary>The installed botocore as a client of S3, in a process of its own.</summary>
public sealed class BotocoreObjects : IAsyncLifetime
{
    private const string Script = "botocore_objects.py";

    private Process? _python;

    public IReadOnlyList<JsonElement> Requests { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        string script = Path.Combine(AppContext.BaseDirectory, $"{Environment.ProcessId}-{Script}");
        await using (Stream resource = typeof(BotocoreObjects).Assembly.GetManifestResourceStream(Script)!)
        await using (FileStream file = File.Create(script))
        {
            await resource.CopyToAsync(file);
        }

        string python = Environment.GetEnvironmentVariable("CLAVIGER_PYTHON") ?? "/usr/bin/python3";
        _python = Process.Start(new ProcessStartInfo(python, [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        string requests = await _python.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("botocore wrote no requests");
        File.Delete(script);
        Requests = [.. JsonDocument.Parse(requests).RootElement.EnumerateArray()];
    }

    /// <summary>Has botocore parse answers; can be asked once.</summary>
    public async Task<IReadOnlyList<JsonElement>> ParseAsync(IEnumerable<object> answers)
    {
        await _python!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(answers));
        await _python.StandardInput.FlushAsync();
        string parsed = await _python.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("botocore parsed nothing");
        return [.. JsonDocument.Parse(parsed).RootElement.EnumerateArray()];
    }

    public async ValueTask DisposeAsync()
    {
        if (_python is { } python)
        {
            python.StandardInput.Close();
            await python.WaitForExitAsync();
            python.Dispose();
        }
    }
}
