using System.IO.Compression;
using System.Security.Cryptography;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Encoded authorization messages: what was decided and why, sealed, for whoever may call sts:DecodeAuthorizationMessage.</summary>
public sealed class AuthorizationMessages(SecretBox box)
{
    // AWS: sts:DecodeAuthorizationMessage takes no longer message.
    private const int MostCharacters = 10_240;
    private const string RecordId = "";

    /// <summary>The details of a message that was given to a caller of an account, as AWS's JSON; null if this deployment made no such message.</summary>
    public string? Open(AccountId account, string message)
    {
        var bytes = new byte[message.Length];
        if (!Convert.TryFromBase64String(Plain(message), bytes, out var length))
        {
            return null;
        }

        try
        {
            using var packed = new MemoryStream(box.Open(SecretPurpose.AuthorizationMessage, account, RecordId, bytes.AsSpan(0, length)));
            using var unpacked = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
            return unpacked.ReadToEnd();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Seals the details of a denial for the caller's account.</summary>
    internal string Seal(CallContext call, Target target, Explanation explanation)
    {
        var whole = Seal(call, AuthorizationDetails.Write(call, target, explanation, withStatements: true));
        return whole.Length <= MostCharacters ? whole : Seal(call, AuthorizationDetails.Write(call, target, explanation, withStatements: false));
    }

    private string Seal(CallContext call, byte[] details)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(details);
        }

        var message = box.Seal(SecretPurpose.AuthorizationMessage, call.Caller.Account, RecordId, packed.ToArray());
        return Convert.ToBase64String(message).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static string Plain(string message) =>
        message.Replace('-', '+').Replace('_', '/').PadRight(message.Length + ((4 - (message.Length % 4)) % 4), '=');
}
