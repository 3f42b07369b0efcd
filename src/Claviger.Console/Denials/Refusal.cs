using Claviger.Aws;

namespace Claviger.Console;

/// <summary>Denials among errors: AWS's services name them differently, and EC2 adds an encoded message.</summary>
internal static class Refusal
{
    private const string Encoded = " Encoded authorization failure message: ";

    /// <summary>Whether an error says that the caller may not.</summary>
    public static bool Is(AwsError error) => error.Code is "AccessDenied" or "UnauthorizedOperation";

    /// <summary>What people read of it.</summary>
    public static string Words(AwsError error)
    {
        var (start, end) = Find(error.Message);
        return start < 0 ? error.Message : error.Message[..start] + error.Message[end..];
    }

    /// <summary>The encoded message; null where there is none.</summary>
    public static string? EncodedMessage(AwsError error)
    {
        var (start, end) = Find(error.Message);
        return start < 0 ? null : error.Message[(start + Encoded.Length)..end].TrimEnd('.');
    }

    private static (int Start, int End) Find(string text)
    {
        var start = text.IndexOf(Encoded, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(' ', start + Encoded.Length);
        return (start, end < 0 ? text.Length : end);
    }
}
