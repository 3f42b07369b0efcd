using System.Globalization;
using Claviger.Aws;

namespace Claviger.S3;

/// <summary>Some bytes of an object, one after the other.</summary>
/// <param name="Offset">The first.</param>
/// <param name="Length">How many.</param>
internal readonly record struct ByteRange(long Offset, long Length)
{
    private const string Unit = "bytes=";

    /// <summary>The range of a Range header; null where the header asks for nothing that S3 knows, and the whole is answered.</summary>
    /// <exception cref="AwsError">InvalidRange: there are no such bytes.</exception>
    // AWS: several ranges, and what isn't a range, count as no header.
    public static ByteRange? Of(string? header, long size)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var spec = header.AsSpan(Unit.Length).Trim();
        var dash = spec.IndexOf('-');
        if (dash < 0 || !TryRead(spec[..dash], out var first) || !TryRead(spec[(dash + 1)..], out var last) || (first ?? last) is null || last < first)
        {
            return null;
        }

        if (first is not { } from)
        {
            return last > 0 && size > 0 ? new(Math.Max(0, size - last.Value), Math.Min(size, last.Value)) : throw S3Error.InvalidRange(header, size);
        }

        return from < size ? new(from, Math.Min(size - 1, last ?? long.MaxValue) - from + 1) : throw S3Error.InvalidRange(header, size);
    }

    /// <summary>The Content-Range header.</summary>
    public string Header(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {Offset}-{Offset + Length - 1}/{size}");

    private static bool TryRead(ReadOnlySpan<char> text, out long? number)
    {
        number = null;
        if (text.IsEmpty)
        {
            return true;
        }

        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read);
        number = isNumber ? read : null;
        return isNumber;
    }
}
