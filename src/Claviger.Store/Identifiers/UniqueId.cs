using System.Buffers.Binary;
using System.Security.Cryptography;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The unique ids that AWS gives to entities: a four-letter prefix, then upper-case base32.</summary>
public static class UniqueId
{
    /// <summary>How many random bytes an access key id takes.</summary>
    public const int AccessKeyRandomLength = 5;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int PrefixLength = 4;
    private const int EntityLength = 21;
    private const int AccessKeyLength = 20;
    private const ulong AccountMask = (1UL << 40) - 1;
    private const int AccountShift = 39;
    private const long MaximumAccount = 999_999_999_999;

    /// <summary>A new id of an entity: 21 characters, 85 random bits, so that none is ever given twice.</summary>
    /// <param name="prefix">AIDA, AROA, AGPA, ANPA, AIPA, APKA or ASCA.</param>
    public static string New(string prefix)
    {
        Span<char> id = stackalloc char[EntityLength];
        prefix.CopyTo(id);
        RandomNumberGenerator.GetItems(Alphabet, id[PrefixLength..]);
        return new string(id);
    }

    /// <summary>A new id of something that EC2 has: the prefix, a dash, a zero as AWS has it, and 64 random bits in hexadecimal.</summary>
    /// <param name="prefix">i, r, vol, eni, eni-attach, iip-assoc, key.</param>
    public static string NewEc2(string prefix) => $"{prefix}-0{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>A new access key id: 20 characters, in which the account can be read back, as on AWS.</summary>
    /// <param name="prefix">AKIA or ASIA.</param>
    /// <param name="account">The account that the key will belong to.</param>
    public static string NewAccessKey(string prefix, AccountId account)
    {
        Span<byte> random = stackalloc byte[AccessKeyRandomLength];
        RandomNumberGenerator.Fill(random);
        return NewAccessKey(prefix, account, random);
    }

    /// <summary>The access key id that some bytes make, for keys whose ids are derived.</summary>
    /// <param name="prefix">AKIA or ASIA.</param>
    /// <param name="account">The account that the key belongs to.</param>
    /// <param name="random">At least <see cref="AccessKeyRandomLength"/> bytes, of whose bits 39 count.</param>
    public static string NewAccessKey(string prefix, AccountId account, ReadOnlySpan<byte> random)
    {
        // AWS: of the 80 bits after the prefix the first is set, the next 40 are the account's number, the rest is random.
        var tail = ((UInt128)BinaryPrimitives.ReadUInt32BigEndian(random) << 8) | random[4];
        var bits = (UInt128.One << 79) | ((UInt128)account.Number << AccountShift) | (tail & ((UInt128.One << AccountShift) - 1));
        Span<char> id = stackalloc char[AccessKeyLength];
        prefix.CopyTo(id);
        for (var i = AccessKeyLength - 1; i >= PrefixLength; i--, bits >>= 5)
        {
            id[i] = Alphabet[(int)(bits & 31)];
        }

        return new string(id);
    }

    /// <summary>Reads the account out of an access key id.</summary>
    public static bool TryReadAccount(string accessKeyId, out AccountId account)
    {
        account = default;
        if (accessKeyId.Length != AccessKeyLength)
        {
            return false;
        }

        UInt128 bits = 0;
        foreach (var character in accessKeyId.AsSpan(PrefixLength))
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            bits = (bits << 5) | (uint)digit;
        }

        var number = (long)((ulong)(bits >> AccountShift) & AccountMask);
        if (bits >> 79 != 1 || number > MaximumAccount)
        {
            return false;
        }

        account = AccountId.FromNumber(number);
        return true;
    }

    /// <summary>A new canonical user id: 64 lower-case hexadecimal digits.</summary>
    public static string NewCanonicalUser() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}
