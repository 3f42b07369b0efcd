using System.Net.Sockets;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Claviger.Server;

/// <summary>The serving process: from the data folder's lock to the last answer.</summary>
internal static class LiveProcess
{
    /// <returns>The exit code: 0 after Ctrl-C or SIGTERM, when all that was begun is answered and flushed.</returns>
    public static async Task<int> RunAsync(ServerSettings settings)
    {
        using var folder = StateFolder.Take(settings.Folder);
        await using var state = await ServerState.OpenAsync(settings);
        await using var app = ServerHost.Build(settings, state);
        var account = await FirstAccount.EnsureAsync(settings, app.Services.GetRequiredService<AccountMaker>(), state.Store);
        await StartAsync(app, settings, settings.Port, KnownSettings.Port);

        var endpoint = RunningServer.LocalEndpoint(settings, PortOf(app));
        app.Services.GetRequiredService<EndpointAddress>().Url = settings.PublicUrl ?? endpoint;
        await File.WriteAllTextAsync(RunningServer.EndpointFile(settings.Folder), endpoint.OriginalString);
        await using var console = ConsoleServer.Build(settings, app.Services, settings.PublicUrl ?? endpoint);
        await StartAsync(console, settings, settings.ConsolePort, KnownSettings.ConsolePort);
        var address = app.Services.GetRequiredService<ConsoleAddress>();
        address.Url = settings.ConsoleUrlAt(PortOf(console));
        if (account.IsNew && settings.RootSignInLink is null)
        {
            RootCredentials.AddLink(settings.Folder, settings.RootSignInLinkAt(PortOf(console)));
        }

        Greeting.Write(System.Console.Out, settings, settings.PublicUrl ?? endpoint, address.Url, account);

        await app.WaitForShutdownAsync();
        await console.StopAsync();
        File.Delete(RunningServer.EndpointFile(settings.Folder));
        return 0;
    }

    private static async Task StartAsync(WebApplication app, ServerSettings settings, int port, Setting setting)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new CommandException($"Port {port} on {settings.Listen} is taken: stop what listens there, or give another {setting.Flag}.", error);
        }
        catch (SocketException error)
        {
            throw new CommandException($"Can't listen on {settings.Listen}, port {port}: {error.Message}.", error);
        }
    }

    /// <summary>The port that an application listens on.</summary>
    public static int PortOf(WebApplication app)
    {
        var addresses = ((IApplicationBuilder)app).ServerFeatures.Get<IServerAddressesFeature>()!.Addresses;
        return BindingAddress.Parse(addresses.First()).Port;
    }
}
