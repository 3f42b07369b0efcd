namespace Claviger.Console;

/// <summary>What names may be made of, as forms say it.</summary>
internal static class NameRules
{
    /// <summary>Groups and policies.</summary>
    public const string Long = "Up to 128 letters, digits and + = , . @ _ -";

    /// <summary>Users and roles.</summary>
    public const string Short = "Up to 64 letters, digits and + = , . @ _ -";
}
