using Claviger.Aws.Shapes.Iam;

namespace Claviger.Console;

/// <summary>The change of one's own password, with the exact reason where it is refused.</summary>
internal static class PasswordChange
{
    /// <returns>Why the password was not changed; null if it was.</returns>
    public static async Task<string?> TryAsync(PrincipalCalls aws, string? old, string? wanted, string? again)
    {
        if (old is null || wanted is null)
        {
            return "Enter your old password, and the new one twice.";
        }

        if (!string.Equals(wanted, again, StringComparison.Ordinal))
        {
            return "The two new passwords differ.";
        }

        var answer = await aws.TryAsync(ChangePasswordRequest.Operation, new() { OldPassword = old, NewPassword = wanted });
        return answer.Error switch
        {
            null => null,
            { Code: "AccessDenied" } error when error.Message.Contains("iam:ChangePassword", StringComparison.Ordinal) =>
                $"You may not change your own password: the permission iam:ChangePassword is missing. Ask your administrator to attach the policy IAMUserChangePassword to you, or to let the account's users change their passwords. ({error.Message})",
            { Code: "AccessDenied" } => "The old password is not right.",
            { Code: "PasswordPolicyViolation" } error => error.Message,
            { Message: var message } => message,
        };
    }
}
