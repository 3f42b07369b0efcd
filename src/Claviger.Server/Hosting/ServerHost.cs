using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Claviger.Server;

/// <summary>Kestrel with what AWS's clients need of it, and nothing of the usual builder: no routing, configuration files, watchers or console log.</summary>
internal static class ServerHost
{
    private const int LongestRequestLine = 32 * 1024;

    public static WebApplication Build(ServerSettings settings, ServerState state)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        AddLog(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, settings));
        builder.WebHost.UseKestrelHttpsConfiguration();

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        ServerServices.Add(builder.Services, settings, state);
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(app.Services.GetRequiredService<ServerPort>().HandleAsync);
        return app;
    }

    // Of Kestrel's own, errors alone: what it warns of is what any stranger may send, a page of stack for each request.
    public static void AddLog(ILoggingBuilder logging) =>
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error).AddProvider(new ErrorLog());

    public static void Listen(KestrelServerOptions kestrel, ServerSettings settings, int port) =>
        kestrel.Listen(settings.Listen, port, listener =>
        {
            listener.Protocols = HttpProtocols.Http1;
            if (settings.Tls is { } tls)
            {
                listener.UseHttps(https => https.ServerCertificate = Load(tls.Certificate, tls.Key));
            }
        });

    private static void Configure(KestrelServerOptions kestrel, ServerSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = 2 * LongestRequestLine;
        // The pipeline bounds a body by what its operation takes, and answers AWS's error for one that is longer.
        kestrel.Limits.MaxRequestBodySize = null;
        // Two chunks of an object: the next is read while one is sent.
        kestrel.Limits.MaxResponseBufferSize = 256 * 1024;
        // AWS: signatures are over the header's bytes. Latin-1 keeps every byte; what is UTF-8 is decoded by the pipeline.
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        Listen(kestrel, settings, settings.Port);
        InstanceServices.Listen(kestrel);
    }

    private static X509Certificate2 Load(string certificate, string key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--tls-certificate {certificate} with --tls-key {key} can't be used: {error.Message}", error);
        }
    }
}
