using Claviger.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Claviger.S3;

/// <summary>The parts of S3, for the program that puts them together.</summary>
public static class S3Services
{
    /// <summary>Adds the service, with its contents in a place, or in front of another server that has them.</summary>
    public static IServiceCollection AddS3(this IServiceCollection services, ContentPlace place, S3Upstream? upstream) =>
        upstream is null ? services.AddParts(place).AddSingleton<AwsService, S3Service>().AddSingleton<IObjectFacts, StoredFacts>()
        : services.AddParts(place).AddSingleton<AwsService, GatewayService>().AddSingleton<IObjectFacts, UpstreamFacts>()
            .AddSingleton(upstream).AddSingleton<ContentSpool>().AddSingleton<Upstream>();

    private static IServiceCollection AddParts(this IServiceCollection services, ContentPlace place) => services
        .AddSingleton(_ => new ContentFolder(place))
        .AddSingleton<ContentWriter>()
        .AddSingleton<BucketPolicies>()
        .AddSingleton<BucketAccess>()
        .AddSingleton<SmallContents>()
        .AddSingleton<ObjectPlaces>()
        .AddSingleton<CopySources>()
        .AddSingleton<StagedParts>()
        .AddSingleton<FreedContents>()
        .AddHostedService(static provider => provider.GetRequiredService<FreedContents>())
        .AddHostedService<ContentSweep>()
        .AddHostedService<UploadExpiry>();
}
