using Claviger.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Claviger.Console;

/// <summary>The console as a web application: its parts, and the way of a request through them.</summary>
public static class ConsoleApplication
{
    /// <summary>Adds the console's parts.</summary>
    /// <param name="services">The application's own services.</param>
    /// <param name="pipeline">Where the pipeline's parts are; they are shared, not made again.</param>
    /// <param name="settings">What pages say of the server.</param>
    public static void Add(IServiceCollection services, IServiceProvider pipeline, ConsoleSettings settings)
    {
        services.AddSingleton(settings)
            .AddSingleton(pipeline.GetRequiredService<TimeProvider>())
            .AddSingleton(pipeline.GetRequiredService<Calls>())
            .AddSingleton(pipeline.GetRequiredService<ConsoleSignIn>())
            .AddSingleton(pipeline.GetRequiredService<ConsoleSessionBook>())
            .AddSingleton(pipeline.GetRequiredService<TerminalServer>());
        services.AddRouting().AddHttpContextAccessor().AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "csrf";
            options.Cookie.Name = Cookies.Csrf;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = settings.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton(pipeline.GetRequiredService<IDataProtectionProvider>());
        services.AddSingleton<Cookies>().AddSingleton<SignInCrowd>().AddSingleton<OneTimeFiles>().AddSingleton<Seals>().AddSingleton<RecentPages>().AddScoped<PrincipalCalls>();

        // What is protected here is sealed under the deployment's key ring. The framework's own keys, files in somebody's home, are not even made.
        foreach (var own in services.Where(IsKeyFileStarter).ToList())
        {
            services.Remove(own);
        }
    }

    /// <summary>Puts the steps of a request in their order.</summary>
    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<ConsoleSettings>().IsSecure)
        {
            // Also where a proxy in front speaks TLS: it is what browsers speak.
            app.Use(static (http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            });
        }

        app.UseWebSockets();
        app.Use(SecurityHeaders.WriteAsync);
        app.Use(PageAssets.ServeAsync);
        app.Use(SameOrigin.DemandAsync);
        app.Use(app.Services.GetRequiredService<SignInCrowd>().PassAsync);
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(PageFault.CatchAsync);
        app.Use(SessionGate.PassAsync);
        app.UseRouting();
        app.UseAntiforgery();
        app.MapPost(CredentialsDownload.Path, CredentialsDownload.AnswerAsync);
        app.MapGet(TerminalEndpoint.Path, TerminalEndpoint.AnswerAsync);
        app.MapPost(SignOut.Path, SignOut.AnswerAsync);
        app.MapGet(ObjectDownload.Path, ObjectDownload.AnswerAsync);
        app.MapPost(ObjectUpload.Path, ObjectUpload.AnswerAsync);
        app.MapRazorComponents<App>();
    }

    private static bool IsKeyFileStarter(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly;
}
