using Claviger.Ec2;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Claviger.Server;

/// <summary>What runs instances and serves them, as the settings have it.</summary>
internal static class InstanceServices
{
    public static void Add(IServiceCollection services, ServerSettings settings)
    {
        services
            .AddSingleton<InstanceTransport>()
            .AddSingleton<IConnectionListenerFactory>(static provider => provider.GetRequiredService<InstanceTransport>())
            .AddSingleton<InstanceNetwork>()
            .AddSingleton(new ImageFolder(settings.ImageFolder))
            .AddSingleton(provider => InstanceAuthority.Open(settings.InstanceFolder, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(new NamespaceDriverOptions(settings.InstanceFolder, settings.IsEphemeral, settings.HasVirtualMachines))
            .AddSingleton<NamespaceDriver>()
            .AddSingleton(provider => IdentitySigner.Open(settings.InstanceFolder, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<MetadataContent>()
            .AddSingleton<MetadataEndpoint>()
            .AddSingleton(provider => Hosting(provider, settings));
    }

    /// <summary>Listens for all instances that there will be.</summary>
    public static void Listen(KestrelServerOptions kestrel)
    {
        var services = kestrel.ApplicationServices;
        foreach (var port in Enum.GetValues<InstancePort>())
        {
            kestrel.Listen(new InstanceEndPoint(port), listener =>
            {
                listener.Protocols = HttpProtocols.Http1;
                if (port == InstancePort.Services)
                {
                    listener.UseHttps(https => https.ServerCertificateSelector =
                        (_, name) => services.GetRequiredService<InstanceAuthority>().CertificateFor(name));
                }
            });
        }
    }

    private static InstanceHosting Hosting(IServiceProvider provider, ServerSettings settings)
    {
        var images = provider.GetRequiredService<ImageFolder>();
        var obstacle = settings.RunsInstances ? NamespaceDriver.Obstacle(settings.HasVirtualMachines) : "This server runs no instances, as it listens beyond loopback or was told so: start it with --instances.";
        return obstacle is null
            ? new InstanceHosting(provider.GetRequiredService<NamespaceDriver>(), () => images.Images)
            : InstanceHosting.Without(
                obstacle, () => images.Images, HaltedInstances.IsOf(settings.InstanceFolder) ? new HaltedInstances(settings.InstanceFolder, obstacle) : null);
    }
}
