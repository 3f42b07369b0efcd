using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Claviger.Console;

/// <summary>Texts that go through the browser and come back: nobody reads or changes them on the way, and each opens for its purpose and for a time.</summary>
internal sealed class Seals(IDataProtectionProvider protection, TimeProvider time)
{
    public string Seal(string purpose, string text, TimeSpan life)
    {
        var until = (time.GetUtcNow() + life).ToUnixTimeSeconds();
        return Base64Url.EncodeToString(protection.CreateProtector(purpose).Protect(Encoding.UTF8.GetBytes($"{until}\n{text}")));
    }

    /// <returns>The text; null if it was sealed for something else, was changed, or is too old.</returns>
    public string? Open(string purpose, string sealedText)
    {
        try
        {
            var text = Encoding.UTF8.GetString(protection.CreateProtector(purpose).Unprotect(Base64Url.DecodeFromChars(sealedText)));
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            return long.Parse(text.AsSpan(0, end)) > time.GetUtcNow().ToUnixTimeSeconds() ? text[(end + 1)..] : null;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
