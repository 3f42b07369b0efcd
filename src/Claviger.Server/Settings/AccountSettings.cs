namespace Claviger.Server;

/// <summary>What a new account is made with; what is null is generated.</summary>
internal sealed record AccountSettings(string? AccountId, string? RootEmail, string? RootAccessKeyId, string? RootSecretAccessKey, string? RootPassword)
{
    public static AccountSettings Read(SettingValues values)
    {
        var settings = new AccountSettings(
            values.Parsed(KnownSettings.AccountId, text => text.Length == 12 && text.All(char.IsAsciiDigit) ? text : null, "an account id: 12 digits"),
            values.Parsed(KnownSettings.RootEmail, text => text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Any(char.IsWhiteSpace) ? text : null, "an e-mail address"),
            values.Text(KnownSettings.RootAccessKeyId),
            values.Text(KnownSettings.RootSecretAccessKey),
            values.Text(KnownSettings.RootPassword));
        if (settings.RootAccessKeyId is null != settings.RootSecretAccessKey is null)
        {
            throw new CommandException("The root user's access key id and its secret go together: give both, or neither to have them generated.");
        }

        return settings;
    }
}
