using System.CommandLine;

namespace Claviger.Server;

/// <summary><c>claviger account</c>: what AWS asks its support or its organization for.</summary>
internal static class AccountCommand
{
    public static Command Create() => new("account", "Makes further accounts, and raises an account's quotas.")
    {
        AccountCreateCommand.Create(),
        AccountQuotaCommand.Create(),
    };
}
