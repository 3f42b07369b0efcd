using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>An AWS SDK in a process of its own, called by JSON lines: many calls share one start.</summary>
/// <remarks>SDKs don't retry here, and boto3 doesn't check parameters, so that what a test sends is what the server meets.</remarks>
public sealed class SdkProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _pending = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _reading;
    private int _lastId;

    private SdkProcess(string program, string script)
    {
        var start = new ProcessStartInfo(program, [Path.Combine(Repository.Root, "test/Claviger.EndToEnd/Clients", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        AwsEnvironment.Clean(start.Environment);
        _process = Process.Start(start)!;
        _reading = ReadAsync();
    }

    /// <summary>Starts Debian's boto3.</summary>
    public static SdkProcess Boto3() => new("/usr/bin/python3", "boto3_lines.py");

    /// <summary>Starts @aws-sdk/client-iam and @aws-sdk/client-sts on Node.</summary>
    public static SdkProcess JavaScript() => new("node", "javascript_lines.mjs");

    /// <summary>Makes one call; null credentials leave it unsigned.</summary>
    /// <returns>The SDK's result, or the error that the server answered.</returns>
    /// <exception cref="InvalidOperationException">The SDK failed by itself: no answer, or one it can't read.</exception>
    public async Task<(SdkAnswer? Answer, SdkError? Error)> CallAsync(
        Uri endpoint, string service, string operation, object? parameters, AwsCredentials? credentials)
    {
        var id = Interlocked.Increment(ref _lastId);
        var pending = _pending[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var line = JsonSerializer.Serialize(
            new { id, service, endpoint = endpoint.OriginalString, operation, credentials = InCamelCase(credentials), @params = parameters ?? new { } });
        await _writing.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(line);
            await _process.StandardInput.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }

        var outcome = await pending.Task;
        return outcome switch
        {
            _ when outcome["result"] is { } result => (new SdkAnswer(result), null),
            _ when outcome["error"] is { } error =>
                (null, SdkError.Of((string?)error["code"] ?? "", (int)error["status"]!, (string?)error["message"] ?? "")),
            _ => throw new InvalidOperationException($"{service} {operation}: {outcome["broken"]}"),
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _reading;
        await _process.WaitForExitAsync();
        _process.Dispose();
        _writing.Dispose();
    }

    private static object? InCamelCase(AwsCredentials? credentials) => credentials is null
        ? null
        : new { accessKeyId = credentials.AccessKeyId, secretAccessKey = credentials.SecretAccessKey, sessionToken = credentials.SessionToken };

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var outcome = JsonNode.Parse(line)!.AsObject();
            if (_pending.TryRemove((int)outcome["id"]!, out var pending))
            {
                pending.SetResult(outcome);
            }
        }

        foreach (var pending in _pending.Values)
        {
            pending.TrySetException(new InvalidOperationException("The SDK's process ended."));
        }
    }
}
