using System.CommandLine;

namespace Claviger.Server;

/// <summary>The flags of settings on a command.</summary>
internal static class SettingFlags
{
    public static void Add(Command command, IEnumerable<Setting> settings)
    {
        foreach (var setting in settings.Where(setting => setting.HasFlag))
        {
            var help = $"{setting.Help} [{setting.Variable}]";
            command.Add(setting.Value is null
                ? new Option<bool>(setting.Flag) { Description = help }
                : new Option<string>(setting.Flag) { Description = help, HelpName = setting.Value, Hidden = setting.IsHidden });
        }
    }
}
