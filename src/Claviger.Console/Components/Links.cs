namespace Claviger.Console;

/// <summary>The addresses of pages about one thing.</summary>
internal static class Links
{
    public static string User(string? name, string? tab = null) => Of("/iam/user", "name", name, tab);

    public static string Group(string? name, string? tab = null) => Of("/iam/group", "name", name, tab);

    public static string Role(string? name, string? tab = null) => Of("/iam/role", "name", name, tab);

    public static string Policy(string? arn, string? tab = null) => Of("/iam/policy", "arn", arn, tab);

    /// <summary>A page with one value in its query.</summary>
    public static string With(string path, string key, string? value) => $"{path}?{key}={Uri.EscapeDataString(value ?? "")}";

    private static string Of(string path, string key, string? value, string? tab) => With(path, key, value) + (tab is null ? "" : $"&tab={tab}");
}
