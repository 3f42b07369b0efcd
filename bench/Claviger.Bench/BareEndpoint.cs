using System.Text;

namespace Claviger.Bench;

/// <summary>What is measured against: the framework's server, reading a form of some 200 bytes and answering 500 bytes of XML, and nothing else.</summary>
internal static class BareEndpoint
{
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes($"<Answer>{new string('x', 483)}</Answer>");

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(static async context =>
        {
            var body = new byte[4096];
            while (await context.Request.Body.ReadAsync(body) > 0)
            {
            }

            context.Response.ContentType = "text/xml";
            context.Response.ContentLength = Answer.Length;
            await context.Response.BodyWriter.WriteAsync(Answer);
        });
        await app.StartAsync();
        Console.WriteLine($"Listening on {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
    }
}
