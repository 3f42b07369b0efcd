using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Claviger.Aws.Tests;

/// <summary>The installed botocore in a process of its own: what it sends, and what it makes of what it is sent.</summary>
public sealed class Botocore : IAsyncLifetime
{
    private Process? _python;

    public IReadOnlyList<JsonElement> Requests { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        string script = Path.Combine(AppContext.BaseDirectory, $"botocore_conformance.{Environment.ProcessId}.py");
        await using (Stream resource = typeof(Botocore).Assembly.GetManifestResourceStream("botocore_conformance.py")!)
        await using (FileStream file = File.Create(script))
        {
            await resource.CopyToAsync(file);
        }

        string python = Environment.GetEnvironmentVariable("CLAVIGER_PYTHON") ?? "/usr/bin/python3";
        _python = Process.Start(new ProcessStartInfo(python, [script, .. Ec2Model.Service.Operations.Select(operation => operation.Name)])
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

    /// <summary>Has botocore parse documents; can be asked once.</summary>
    public async Task<IReadOnlyList<JsonElement>> ParseAsync(IEnumerable<object> documents)
    {
        await _python!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(documents));
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
