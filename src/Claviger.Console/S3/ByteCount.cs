using System.Globalization;

namespace Claviger.Console;

/// <summary>Sizes as people say them.</summary>
internal static class ByteCount
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    /// <summary>A number of bytes in the largest unit of which there is one, as AWS's console counts: 1 KB is 1,024 B.</summary>
    public static string Of(long? bytes)
    {
        if (bytes is not { } number)
        {
            return "–";
        }

        var (value, unit) = ((double)number, 0);
        while (value >= 1024 && unit < Units.Length - 1)
        {
            (value, unit) = (value / 1024, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {Units[unit]}");
    }
}
