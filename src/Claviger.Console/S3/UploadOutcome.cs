using System.Text.Json;
using Claviger.Aws;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Console;

/// <summary>What has become of an upload, on its way to the page that tells it: sealed in that page's address, so that no link can tell what didn't happen.</summary>
/// <param name="Stored">How many files are stored.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="Failed">How many are not.</param>
/// <param name="Failures">The first of those, with what was said of them.</param>
public sealed record UploadOutcome(int Stored, long Bytes, int Failed, IReadOnlyList<UploadFailure> Failures)
{
    private const int MostTold = 5;
    private const int LongestText = 600;

    /// <summary>The outcome that a page's address holds; null if it holds none of this session's.</summary>
    internal static UploadOutcome? Open(Seals seals, HttpContext http) =>
        http.Request.Query["outcome"].ToString() is { Length: > 0 } text && seals.Open(PurposeOf(http), text) is { } json ? JsonSerializer.Deserialize<UploadOutcome>(json) : null;

    internal string Seal(Seals seals, HttpContext http) => seals.Seal(PurposeOf(http), JsonSerializer.Serialize(this), TimeSpan.FromHours(1));

    internal UploadOutcome WithStored(long bytes) => this with { Stored = Stored + 1, Bytes = Bytes + bytes };

    internal UploadOutcome WithFailure(string key, AwsError error) => this with
    {
        Failed = Failed + 1,
        Failures = Failures.Count < MostTold ? [.. Failures, new UploadFailure(Short(key), error.Code, Short(error.Message))] : Failures,
    };

    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText];

    private static string PurposeOf(HttpContext http) => $"upload {http.Features.GetRequiredFeature<ConsoleSession>().Id}";
}
