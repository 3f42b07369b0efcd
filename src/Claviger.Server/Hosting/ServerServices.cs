using Claviger.Ec2;
using Claviger.Iam;
using Claviger.Pipeline;
using Claviger.Sts;

namespace Claviger.Server;

/// <summary>Which part is made of which others.</summary>
internal static class ServerServices
{
    public static void Add(IServiceCollection services, ServerSettings settings, ServerState state)
    {
        services.AddSingleton(TimeProvider.System).AddSingleton(state.Store).AddSingleton(state.Keys);
        services.AddPipeline().AddSingleton<AwsService, IamService>().AddSingleton<AwsService, StsService>();
        services.AddEc2().AddSingleton(InstanceHosting.Without("This server runs no instances."));
        services.AddSingleton<ServerPort>();
        InstanceServices.Add(services, settings);
        if (settings.IsEphemeral)
        {
            services.AddSingleton<OwnOperation, ResetAccount>();
        }
    }
}
