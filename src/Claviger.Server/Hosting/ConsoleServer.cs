using Claviger.Console;

namespace Claviger.Server;

/// <summary>The console's port: a web application of its own over the pipeline's parts, so that the AWS endpoint needs to wait for none of it.</summary>
internal static class ConsoleServer
{
    private const int LongestForm = 4 * 1024 * 1024;

    public static WebApplication Build(ServerSettings settings, IServiceProvider pipeline, Uri endpoint)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ServerHost.AddLog(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestForm;
            ServerHost.Listen(kestrel, settings, settings.ConsolePort);
        });
        if (settings.Tls is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        WebApplication? app = null;
        var url = new Lazy<Uri>(() => settings.ConsoleUrlAt(LiveProcess.PortOf(app!)));
        ConsoleApplication.Add(builder.Services, pipeline, new ConsoleSettings(
            url, settings.ConsoleUrlAt(settings.ConsolePort).Scheme == Uri.UriSchemeHttps, endpoint, VersionCommand.Version));
        app = builder.Build();
        ConsoleApplication.Map(app);
        return app;
    }
}
