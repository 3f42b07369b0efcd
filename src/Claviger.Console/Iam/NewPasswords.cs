using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;

namespace Claviger.Console;

/// <summary>Passwords that the console makes for new users.</summary>
internal static class NewPasswords
{
    private const int Length = 20;

    /// <summary>A password that keeps every rule which a policy can set, and is as long as the account asks for.</summary>
    public static async Task<string> MakeAsync(PrincipalCalls aws)
    {
        var policy = await aws.TryAsync(GetAccountPasswordPolicyRequest.Operation, new());
        return RandomPassword.New(Math.Max(Length, policy.Value?.PasswordPolicy.MinimumPasswordLength ?? 0));
    }
}
