namespace Claviger.Console;

/// <summary>The wizard's calls as commands.</summary>
internal static class NewUsersCommands
{
    /// <summary>What <c>aws</c> would be told.</summary>
    public static IReadOnlyList<string> Of(NewUsersDraft draft) => [.. draft.Names.SelectMany(name => Of(draft, name))];

    private static IEnumerable<string> Of(NewUsersDraft draft, string name)
    {
        var tags = draft.Tags.SelectMany(static tag => (string[])[$"Key={tag.Key},Value={tag.Value}"]).ToArray();
        yield return Cli.Command(
            "iam",
            "create-user",
            ["--user-name", name, .. draft.Boundary is { } boundary ? ["--permissions-boundary", boundary] : Array.Empty<string>(), .. tags.Length > 0 ? ["--tags", .. tags] : Array.Empty<string>()]);
        foreach (var group in draft.Way == "policy" ? [] : draft.Groups)
        {
            yield return Cli.Command("iam", "add-user-to-group", "--group-name", group, "--user-name", name);
        }

        foreach (var arn in (draft.Way == "group" ? [] : draft.Policies).Concat(draft.NeedsChangePassword ? [NewUsersDraft.ChangePasswordPolicy] : []))
        {
            yield return Cli.Command("iam", "attach-user-policy", "--user-name", name, "--policy-arn", arn);
        }

        if (draft.HasConsole)
        {
            yield return Cli.Command(
                "iam", "create-login-profile", ["--user-name", name, "--password", "PASSWORD", .. draft.MustReset ? ["--password-reset-required"] : Array.Empty<string>()]);
        }

        if (draft.HasKeys)
        {
            yield return Cli.Command("iam", "create-access-key", "--user-name", name);
        }
    }
}
