using System.Security.Cryptography;
using Claviger.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Claviger.Pipeline;

/// <summary>The web framework's data protection over our own key ring: what it protects is sealed, opens on every node, and leaves no key in a file.</summary>
/// <param name="secrets">Seals.</param>
/// <param name="path">What it is for: protected for one purpose, it does not open as another.</param>
public sealed class SealedProtection(SecretBox secrets, string path = "claviger") : IDataProtector
{
    /// <inheritdoc/>
    public IDataProtector CreateProtector(string purpose) => new SealedProtection(secrets, $"{path}\n{purpose.Length}\n{purpose}");

    /// <inheritdoc/>
    public byte[] Protect(byte[] plaintext) => secrets.Seal(SecretPurpose.DataProtection, SystemAccount.Id, path, plaintext);

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">It was protected for something else, or was changed.</exception>
    public byte[] Unprotect(byte[] protectedData) => secrets.Open(SecretPurpose.DataProtection, SystemAccount.Id, path, protectedData);
}
