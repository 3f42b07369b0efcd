using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>Style, script and icon, out of the assembly. Their addresses hold their hash, so that browsers keep them for good.</summary>
internal static class PageAssets
{
    private const string Prefix = "/assets/";

    private static readonly FrozenDictionary<string, Asset> Known = new[] { "console.css", "console.js", "terminal.js", "icon.svg" }
        .Select(Asset.Load).ToFrozenDictionary(static asset => asset.Name, StringComparer.Ordinal);

    /// <summary>The address of an asset.</summary>
    public static string Url(string name) => $"{Prefix}{Known[name].Hash}/{name}";

    public static Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        if (path == "/favicon.ico")
        {
            path = Url("icon.svg");
        }

        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return next(http);
        }

        if (!HttpMethods.IsGet(http.Request.Method) || !Known.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var asset) || path != Url(asset.Name))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = asset.Type;
        http.Response.Headers.Remove("Pragma");
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        var isCompressed = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (isCompressed)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        var bytes = isCompressed ? asset.Compressed : asset.Plain;
        http.Response.ContentLength = bytes.Length;
        return http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private sealed record Asset(string Name, string Type, string Hash, byte[] Plain, byte[] Compressed)
    {
        public static Asset Load(string name)
        {
            using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            var plain = new byte[resource.Length];
            resource.ReadExactly(plain);
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            {
                brotli.Write(plain);
            }

            return new Asset(name, TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(plain))[..12], plain, compressed.ToArray());
        }

        private static string TypeOf(string name) => Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
    }
}
