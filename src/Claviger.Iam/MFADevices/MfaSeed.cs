using System.Security.Cryptography;
using System.Text;
using Claviger.Policy;
using Claviger.Store;
using QRCoder;

namespace Claviger.Iam;

/// <summary>The seed of a new virtual MFA device, in the three forms that it is needed in.</summary>
/// <param name="Base32">As text for an authenticator app: 64 characters of base32, in ASCII.</param>
/// <param name="QrCode">As a picture for its camera: the PNG of a QR code.</param>
/// <param name="Sealed">As it is stored.</param>
internal sealed record MfaSeed(byte[] Base32, byte[] QrCode, byte[] Sealed)
{
    private const int Length = 40;
    private const int PixelsPerModule = 6;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Draws a seed.</summary>
    public static MfaSeed New(SecretBox box, AccountId account, string serialNumber, string name)
    {
        var seed = RandomNumberGenerator.GetBytes(Length);
        var text = EncodeBase32(seed);
        var address = $"otpauth://totp/Claviger:{Uri.EscapeDataString(name)}@{account}?secret={text}&issuer=Claviger";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return new MfaSeed(
            Encoding.ASCII.GetBytes(text),
            picture.GetGraphic(PixelsPerModule),
            box.Seal(SecretPurpose.VirtualMfaSeed, account, serialNumber, seed));
    }

    /// <summary>The name alone: seeds are not for logs.</summary>
    public override string ToString() => nameof(MfaSeed);

    // Five bytes are eight characters; the seed's length leaves nothing over.
    private static string EncodeBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length / 5 * 8);
        for (var at = 0; at < bytes.Length; at += 5)
        {
            var group = ((ulong)bytes[at] << 32) | ((ulong)bytes[at + 1] << 24) | ((ulong)bytes[at + 2] << 16) | ((ulong)bytes[at + 3] << 8) | bytes[at + 4];
            for (var shift = 35; shift >= 0; shift -= 5)
            {
                text.Append(Alphabet[(int)(group >> shift) & 31]);
            }
        }

        return text.ToString();
    }
}
