using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Claviger.Aws.Tests;

/// <summary>Requests that botocore signed: odd paths, queries, headers, bodies, for several services, in header and query.</summary>
public sealed class BotocoreSigner : IAsyncLifetime
{
    private const int Count = 600;
    private const string Script = "botocore_signer.py";

    public IReadOnlyList<Signed> Requests { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"{Script}.{Environment.ProcessId}.py");
        await using (Stream resource = typeof(BotocoreSigner).Assembly.GetManifestResourceStream(Script)!)
        await using (FileStream file = File.Create(path))
        {
            await resource.CopyToAsync(file);
        }

        string python = Environment.GetEnvironmentVariable("CLAVIGER_PYTHON") ?? "/usr/bin/python3";
        using var process = Process.Start(new ProcessStartInfo(python, [path, $"{Count}", Signatures.Secret])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var requests = new List<Signed>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            requests.Add(JsonSerializer.Deserialize<Signed>(line)!);
        }

        await process.WaitForExitAsync();
        File.Delete(path);
        Requests = requests.Count == Count ? requests : throw new InvalidOperationException("botocore signed too few requests");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public sealed record Signed(int Number, string Service, string Method, string Target, string[][] Headers, string Body, string Time)
    {
        internal SigningRules Rules => Service == "s3"
            ? Signatures.S3
            : new SigningRules(Service, Service == "ec2" ? SignatureErrors.Ec2 : SignatureErrors.Query);

        internal DateTimeOffset At => Signatures.Time(Time);

        internal bool IsPresigned => Target.Contains("X-Amz-Signature=", StringComparison.Ordinal);

        internal SignedRequest Request()
        {
            var headers = new HeaderList();
            foreach (string[] header in Headers)
            {
                headers.Add(header[0], header[1]);
            }

            return new SignedRequest(Method, Target, headers, Convert.FromBase64String(Body));
        }
    }
}
