using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Sts;

/// <summary>The MFA device and code that a request for a session may show.</summary>
internal static class SecondFactor
{
    /// <summary>Checks and uses up the code, and notes on the call that a second factor was shown; does nothing where none is.</summary>
    /// <exception cref="AwsError">AccessDenied: the code is wrong, or the device not the caller's.</exception>
    public static ValueTask ShowAsync(MfaCodes codes, CallContext call, string? serialNumber, string? code)
    {
        if (serialNumber is null && code is null)
        {
            return default;
        }

        return serialNumber is null || code is null
            ? throw AwsError.AccessDenied("MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.")
            : CheckAsync(codes, call, serialNumber, code);
    }

    private static async ValueTask CheckAsync(MfaCodes codes, CallContext call, string serialNumber, string code)
    {
        var answer = call.Caller.Kind switch
        {
            CallerKind.Root => await codes.AcceptAsync(call.Caller.Account, userId: null, serialNumber, code, call.Time),
            CallerKind.User => await codes.AcceptAsync(call.Caller.Account, call.Caller.UniqueId, serialNumber, code, call.Time),
            CallerKind.RoleSession or CallerKind.FederatedUser or CallerKind.Federated or CallerKind.Service or CallerKind.Anonymous =>
                MfaAnswer.NoDevice,
        };
        call.MfaAt = answer switch
        {
            MfaAnswer.Accepted => SessionTimes.Begin(call),
            MfaAnswer.Wrong => throw AwsError.AccessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code. "),
            MfaAnswer.NoDevice => throw AwsError.AccessDenied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user."),
        };
    }
}
