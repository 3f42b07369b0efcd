using System.Security.Cryptography;
using System.Text;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Checks codes of MFA devices: for sign-in, for GetSessionToken and AssumeRole, and where a device is enabled or synchronized.</summary>
/// <remarks>
/// INVARIANT: a code is accepted once, on whatever node; comparing takes the same time whatever the code is.
/// A code is good in its own half minute, the one before and the one after; for a device whose clock was found to differ, also around its own.
/// </remarks>
public sealed class MfaCodes(IStore store, SecretBox box)
{
    /// <summary>How far off a device's clock may be when it is enabled or synchronized, in half minutes.</summary>
    private const int SearchReach = 20;

    private readonly MfaGuesses _guesses = new();

    /// <summary>Whether a principal has an MFA device, so that sign-in must ask for a code.</summary>
    /// <param name="account">The account.</param>
    /// <param name="userId">Unique id of the user; null for the root user.</param>
    public ValueTask<bool> IsAskedForAsync(AccountId account, string? userId) =>
        store.ReadAsync((account, userId), static (state, it) => MfaDevices.Of(state, it.account, it.userId).Count > 0);

    /// <summary>Accepts a code of any of a principal's devices, and uses it up.</summary>
    /// <param name="account">The account.</param>
    /// <param name="userId">Unique id of the user; null for the root user.</param>
    /// <param name="code">Six digits, as typed.</param>
    /// <param name="now">The time of the call.</param>
    public ValueTask<MfaAnswer> AcceptAsync(AccountId account, string? userId, string code, DateTimeOffset now) =>
        AcceptAsync(account, userId, serialNumber: null, code, now);

    /// <summary>Accepts a code of one of a principal's devices, and uses it up.</summary>
    /// <param name="account">The account.</param>
    /// <param name="userId">Unique id of the user; null for the root user.</param>
    /// <param name="serialNumber">The device's serial number; null for any.</param>
    /// <param name="code">Six digits, as typed.</param>
    /// <param name="now">The time of the call.</param>
    public async ValueTask<MfaAnswer> AcceptAsync(AccountId account, string? userId, string? serialNumber, string code, DateTimeOffset now)
    {
        var devices = await store.ReadAsync((account, userId), static (state, it) => MfaDevices.Of(state, it.account, it.userId));
        if (serialNumber is not null)
        {
            devices = [.. devices.Where(device => device.SerialNumber == serialNumber)];
        }

        if (devices.Count == 0)
        {
            return MfaAnswer.NoDevice;
        }

        if (!_guesses.Admits(account, userId, now))
        {
            return MfaAnswer.Wrong;
        }

        foreach (var device in devices)
        {
            if (Find(device, Encoding.UTF8.GetBytes(code), now) is { } step && await UseAsync(device, step))
            {
                _guesses.Forget(account, userId);
                return MfaAnswer.Accepted;
            }
        }

        return MfaAnswer.Wrong;
    }

    /// <summary>Finds how a device's clock stands to ours by two codes that follow each other, and uses both up. The device must be enabled.</summary>
    /// <returns>False if they are not its codes, or were used before.</returns>
    public bool TrySynchronize(WriteTransaction state, MfaDeviceRecord device, string first, string second)
    {
        var seed = box.Open(SecretPurpose.VirtualMfaSeed, device.Account, device.SerialNumber, device.SealedSeed);
        var now = Totp.StepOf(state.Now);
        long? found = null;
        for (var drift = -SearchReach; drift <= SearchReach; drift++)
        {
            // Nearer to our clock is likelier to be meant.
            if (Is(seed, now + drift, Encoding.UTF8.GetBytes(first)) & Is(seed, now + drift + 1, Encoding.UTF8.GetBytes(second))
                && (found is null || Math.Abs(drift) <= Math.Abs(found.Value)))
            {
                found = drift;
            }
        }

        CryptographicOperations.ZeroMemory(seed);
        if (found is not { } at)
        {
            return false;
        }

        // The second code is of now, or of the half minute to come: a clock that is right within one is right.
        var ahead = at + 1;
        return MfaDevices.TryUse(state, device, now + ahead, Math.Abs(ahead) <= 1 ? 0 : ahead);
    }

    private static bool Is(ReadOnlySpan<byte> seed, long step, ReadOnlySpan<byte> code) => CryptographicOperations.FixedTimeEquals(Totp.Code(seed, step), code);

    private long? Find(MfaDeviceRecord device, byte[] code, DateTimeOffset now)
    {
        var seed = box.Open(SecretPurpose.VirtualMfaSeed, device.Account, device.SerialNumber, device.SealedSeed);
        var here = Totp.StepOf(now);
        var there = here + device.Drift;
        long? found = null;
        foreach (var step in (ReadOnlySpan<long>)[here - 1, here, here + 1, there - 1, there, there + 1])
        {
            if (Is(seed, step, code) && step > device.UsedStep)
            {
                found = step;
            }
        }

        CryptographicOperations.ZeroMemory(seed);
        return found;
    }

    private async ValueTask<bool> UseAsync(MfaDeviceRecord device, long step)
    {
        var isFresh = false;
        await store.AppendAsync(state => isFresh = MfaDevices.TryUse(state, device, step, device.Drift));
        return isFresh;
    }
}
