using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The form of what an account may be made with.</summary>
internal static class AccountForm
{
    /// <exception cref="AwsError">ValidationError: something is given that no account can have.</exception>
    public static void Demand(AccountSettings settings)
    {
        if (settings.RootEmail is { } email && (email.IndexOf('@', StringComparison.Ordinal) < 1 || email.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c))))
        {
            throw AwsError.ValidationError("RootEmail must be an e-mail address.");
        }

        if (settings.RootPassword is "")
        {
            throw AwsError.ValidationError("RootPassword must not be empty.");
        }

        if (settings.RootAccessKeyId is null != settings.RootSecretAccessKey is null)
        {
            throw AwsError.ValidationError("RootAccessKeyId and RootSecretAccessKey go together: give both, or neither to have them generated.");
        }

        if (settings.RootAccessKeyId is { } key && (key.Length is 0 or > AccessKeyId.MaxLength || !key.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_')))
        {
            throw AwsError.ValidationError($"RootAccessKeyId must have 1 to {AccessKeyId.MaxLength} letters, digits and underscores.");
        }

        if (settings.RootSecretAccessKey is "")
        {
            throw AwsError.ValidationError("RootSecretAccessKey must not be empty.");
        }
    }
}
