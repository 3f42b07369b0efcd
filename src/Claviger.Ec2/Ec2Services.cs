using Claviger.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Claviger.Ec2;

/// <summary>The parts of EC2, for the program that puts them together.</summary>
public static class Ec2Services
{
    /// <summary>Adds all parts but the pipeline's and <see cref="InstanceHosting"/>, which says whether and how instances run.</summary>
    public static IServiceCollection AddEc2(this IServiceCollection services) => services
        .AddSingleton<AwsService, Ec2Service>()
        .AddSingleton<InstanceDirectory>()
        .AddSingleton<InstanceFactsSource>(static provider => (id, _) => provider.GetRequiredService<InstanceDirectory>().FindAsync(id))
        .AddSingleton<ProgramRelay>()
        .AddSingleton<SessionEndpoint>()
        .AddSingleton<BrowserTerminal>()
        .AddSingleton<TerminalServer>(static provider => provider.GetRequiredService<BrowserTerminal>().ServeAsync)
        .AddHostedService<InstanceSupervisor>();
}
