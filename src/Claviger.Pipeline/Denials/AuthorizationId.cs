using System.Security.Cryptography;

namespace Claviger.Pipeline;

/// <summary>The ids under which denials are explained: 128 random bits in base 36, as AWS's look. Whoever has one needs a permission all the same.</summary>
internal static class AuthorizationId
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int Length = 25;

    /// <summary>A new id, such as <c>5arhuwacg4o48yxyin4kcrony</c>.</summary>
    public static string New()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        var rest = BitConverter.ToUInt128(random);
        Span<char> text = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--)
        {
            (rest, var digit) = UInt128.DivRem(rest, (UInt128)Digits.Length);
            text[i] = Digits[(int)digit];
        }

        return new string(text);
    }
}
