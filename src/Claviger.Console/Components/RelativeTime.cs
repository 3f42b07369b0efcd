using System.Globalization;

namespace Claviger.Console;

/// <summary>Times as people say them.</summary>
internal static class RelativeTime
{
    /// <summary>How long ago something was, or how soon it will be.</summary>
    public static string Of(DateTimeOffset at, DateTimeOffset now) =>
        at > now ? (Span(at - now) is { } soon ? $"in {soon}" : "in a moment") : Span(now - at) is { } ago ? $"{ago} ago" : "just now";

    /// <summary>The age of something.</summary>
    public static string Age(DateTimeOffset since, DateTimeOffset now) => Span(now - since) ?? "new";

    private static string? Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 730 } => Count(span.TotalDays / 365, "year"),
        { TotalDays: >= 60 } => Count(span.TotalDays / 30, "month"),
        { TotalDays: >= 1 } => Count(span.TotalDays, "day"),
        { TotalHours: >= 1 } => Count(span.TotalHours, "hour"),
        { TotalMinutes: >= 1 } => Count(span.TotalMinutes, "minute"),
        _ => null,
    };

    private static string Count(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)number} {unit}{((int)number == 1 ? "" : "s")}");
}
