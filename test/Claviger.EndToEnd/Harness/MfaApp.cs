using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.EndToEnd;

/// <summary>An authenticator app that holds one virtual MFA device.</summary>
public sealed class MfaApp
{
    private readonly byte[] _seed;

    private MfaApp(string serialNumber, byte[] seed)
    {
        SerialNumber = serialNumber;
        _seed = seed;
    }

    /// <summary>The device's serial number.</summary>
    public string SerialNumber { get; }

    /// <summary>The app after somebody has typed a device's secret key into it.</summary>
    /// <param name="serialNumber">The device's serial number.</param>
    /// <param name="secretKey">The key, in base32.</param>
    public static MfaApp Of(string serialNumber, string secretKey) => new(serialNumber, Decode(secretKey));

    /// <summary>Makes a device and takes its seed out of the answer.</summary>
    public static async Task<MfaApp> NewAsync(TestAccount account, string name)
    {
        var made = await account.Root.Iam.CallAsync("CreateVirtualMFADevice", new { VirtualMFADeviceName = name });
        return Of(
            made["VirtualMFADevice.SerialNumber"]!,
            Encoding.ASCII.GetString(Convert.FromBase64String(made["VirtualMFADevice.Base32StringSeed"]!)));
    }

    /// <summary>Makes a device and enables it for a user, with codes that leave those of a minute ago and later unused.</summary>
    public static async Task<MfaApp> NewForAsync(TestAccount account, string userName)
    {
        var app = await NewAsync(account, userName);
        await account.Root.Iam.CallAsync("EnableMFADevice", app.Enabling(userName));
        return app;
    }

    /// <summary>The parameters of EnableMFADevice, with the codes of two and one and a half minutes ago.</summary>
    public object Enabling(string userName) => new
    {
        UserName = userName, SerialNumber, AuthenticationCode1 = Code(-4), AuthenticationCode2 = Code(-3),
    };

    /// <summary>The code of the half minute that is this many after the present one.</summary>
    public string Code(int halfMinutes = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + halfMinutes);
#pragma warning disable CA5350 // what authenticator apps use
        var hash = HMACSHA1.HashData(_seed, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[19] & 15)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bits = string.Concat(base32.Select(digit => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(digit, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
