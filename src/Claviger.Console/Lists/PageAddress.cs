using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>The address of a page like the present one, so that whatever a page shows can be linked to.</summary>
internal static class PageAddress
{
    /// <summary>The present address with other values in its query; null takes one out.</summary>
    public static string With(HttpContext http, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var values = http.Request.Query.ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            values[key] = value;
        }

        return http.Request.Path + QueryString.Create(values.Where(static pair => !string.IsNullOrEmpty(pair.Value)));
    }

    public static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
