using Claviger.AccessAnalyzer;
using Claviger.CloudTrail;
using Claviger.Ec2;
using Claviger.Iam;
using Claviger.IamToolbox;
using Claviger.Pipeline;
using Claviger.S3;
using Claviger.Sts;

namespace Claviger.Server;

/// <summary>Which part is made of which others.</summary>
internal static class ServerServices
{
    public static void Add(IServiceCollection services, ServerSettings settings, ServerState state)
    {
        services.AddSingleton(TimeProvider.System).AddSingleton(state.Store).AddSingleton(state.Keys);
        services.AddPipeline().AddSingleton<AwsService, IamService>().AddSingleton<AwsService, StsService>()
            .AddSingleton<AwsService, IamToolboxService>().AddSingleton<AwsService, CloudTrailService>()
            .AddSingleton<AwsService, AccessAnalyzerService>();
        services.AddEc2();
        services.AddS3(PlaceOf(settings), settings.Objects.Upstream);
        services.AddSingleton(new ObjectDomains(settings.Objects.Domains));
        services.AddSingleton(new ConsoleAddress(settings.ConsoleUrlAt(settings.ConsolePort)));
        services.AddSingleton(new EndpointAddress(settings.PublicUrl ?? RunningServer.LocalEndpoint(settings, settings.Port)));
        services.AddSingleton<ServerPort>();
        InstanceServices.Add(services, settings);
        if (settings.IsEphemeral)
        {
            services.AddSingleton<OwnOperation, ResetAccount>();
        }
    }

    // Nodes of one database share their contents' folder: what another has under way must not be swept by this one.
    private static ContentPlace PlaceOf(ServerSettings settings) => settings.IsEphemeral
        ? new ContentPlace(Directory.CreateTempSubdirectory("claviger-").FullName) { IsTemporary = true }
        : new ContentPlace(Path.Combine(settings.DataFolder, "s3")) { Grace = settings.Database is null ? TimeSpan.Zero : TimeSpan.FromDays(1) };
}
