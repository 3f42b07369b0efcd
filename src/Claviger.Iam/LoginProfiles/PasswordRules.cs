using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What an account asks of its users' passwords: its own password policy, or AWS's default where it has none.</summary>
/// <remarks>Source: "Set an account password policy for IAM users" of AWS's IAM user guide.</remarks>
internal static class PasswordRules
{
    private const string Symbols = "!@#$%^&*()_+-=[]{}|'";
    private const int DefaultLength = 8;
    private const int DefaultClasses = 3;

    private static readonly PasswordPolicyRecord EveryClass = new()
    {
        RequireUppercaseCharacters = true,
        RequireLowercaseCharacters = true,
        RequireNumbers = true,
        RequireSymbols = true,
    };

    /// <summary>Refuses a password that breaks the account's rules, naming all that it breaks.</summary>
    /// <exception cref="AwsError">PasswordPolicyViolation.</exception>
    public static void Demand(string password, AccountRecord account)
    {
        var broken = account.PasswordPolicy is { } policy
            ? [.. TooShort(password, policy.MinimumPasswordLength), .. MissingClasses(password, policy)]
            : BrokenDefaults(password, account);
        if (broken.Count > 0)
        {
            throw AwsError.PasswordPolicyViolation(string.Join(", ", broken));
        }
    }

    /// <summary>Refuses a password that was used before.</summary>
    public static AwsError Reused() =>
        AwsError.PasswordPolicyViolation("Policy constraint violation with password reuse prevention during password change.");

    private static List<string> BrokenDefaults(string password, AccountRecord account)
    {
        List<string> broken = [.. TooShort(password, DefaultLength)];
        List<string> missing = [.. MissingClasses(password, EveryClass)];
        var lacking = missing.Count - (4 - DefaultClasses);
        if (lacking > 0)
        {
            broken.Add($"Password should meet {lacking} more of the following requirements: {string.Join(", ", missing)}");
        }

        if (string.Equals(password, account.Name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(password, account.RootEmail, StringComparison.OrdinalIgnoreCase))
        {
            broken.Add("Password should not be the account name or email address");
        }

        return broken;
    }

    private static IEnumerable<string> TooShort(string password, int minimum)
    {
        if (password.Length < minimum)
        {
            yield return $"Password should have a minimum length of {minimum}";
        }
    }

    private static IEnumerable<string> MissingClasses(string password, PasswordPolicyRecord policy)
    {
        if (policy.RequireUppercaseCharacters && !password.Any(char.IsAsciiLetterUpper))
        {
            yield return "Password should have at least one uppercase letter";
        }

        if (policy.RequireLowercaseCharacters && !password.Any(char.IsAsciiLetterLower))
        {
            yield return "Password should have at least one lowercase letter";
        }

        if (policy.RequireNumbers && !password.Any(char.IsAsciiDigit))
        {
            yield return "Password should have at least one number";
        }

        if (policy.RequireSymbols && !password.Any(static character => Symbols.Contains(character, StringComparison.Ordinal)))
        {
            yield return "Password should have at least one symbol";
        }
    }
}
