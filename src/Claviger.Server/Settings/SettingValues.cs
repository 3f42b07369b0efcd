using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Claviger.Server;

/// <summary>What was set, from flags over variables over the settings file.</summary>
internal sealed class SettingValues
{
    private const string DefaultFile = "claviger.json";

    private readonly Dictionary<Setting, (string Text, string Origin)> _values = [];

    /// <summary>Reads the three places.</summary>
    /// <param name="flags">The parsed command line; null where the command has no flags for settings.</param>
    /// <exception cref="CommandException">An unknown name, or a settings file that can't be read.</exception>
    public static SettingValues Read(ParseResult? flags)
    {
        var values = new SettingValues();
        values.ReadFlags(flags);
        values.ReadVariables();
        values.ReadFile();
        return values;
    }

    /// <summary>The text of a setting, or of the file that its <c>-file</c> form names; null where neither is set.</summary>
    public string? Text(Setting setting)
    {
        if (!setting.MayStandInFile || !_values.TryGetValue(setting.InFile, out var file))
        {
            return _values.TryGetValue(setting, out var value) ? value.Text : null;
        }

        if (_values.TryGetValue(setting, out var both))
        {
            throw new CommandException($"{both.Origin} and {file.Origin} are both set; one of them must go.");
        }

        try
        {
            return File.ReadAllText(file.Text).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.Origin}: {error.Message}", error);
        }
    }

    /// <summary>A setting's text read as something else.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="read">Reads it; null says that it can't be.</param>
    /// <param name="expected">What the text must be, for the error.</param>
    public T? Parsed<T>(Setting setting, Func<string, T?> read, string expected)
        where T : class
    {
        if (Text(setting) is not { } text)
        {
            return null;
        }

        var shown = setting.IsSecret ? "The value" : $"'{text}'";
        return read(text) ?? throw new CommandException($"{Origin(setting)}: {shown} is not {expected}.");
    }

    /// <summary>A setting's text as a whole number within bounds; null where it is not set.</summary>
    public long? Number(Setting setting, long least, long most)
    {
        if (Text(setting) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new CommandException($"{Origin(setting)}: '{text}' is not a number from {least} to {most}.");
    }

    /// <summary>Whether a switch is on.</summary>
    public bool IsOn(Setting setting) => Text(setting) switch
    {
        null => false,
        var text when text is "true" or "1" => true,
        var text when text is "false" or "0" => false,
        var text => throw new CommandException($"{Origin(setting)}: '{text}' is neither 'true' nor 'false'."),
    };

    /// <summary>Where a setting was set, as its owner would name the place.</summary>
    public string Origin(Setting setting) =>
        _values.TryGetValue(setting, out var value) || _values.TryGetValue(setting.InFile, out value) ? value.Origin : setting.Name;

    private void ReadFlags(ParseResult? flags)
    {
        foreach (var option in flags?.CommandResult.Command.Options ?? [])
        {
            if (KnownSettings.All.FirstOrDefault(setting => setting.Flag == option.Name) is { } setting
                && flags!.GetResult(option) is { Implicit: false } given)
            {
                Add(setting, given.Tokens is [var token, ..] ? token.Value : "true", setting.Flag);
            }
        }
    }

    private void ReadVariables()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (!name.StartsWith(Setting.VariablePrefix, StringComparison.Ordinal))
            {
                continue;
            }

            var setting = KnownSettings.All.FirstOrDefault(known => known.Variable == name)
                ?? throw new CommandException($"Unknown variable {name}.{NearestName.Suggest(name, KnownSettings.All.Select(known => known.Variable))}");
            Add(setting, (string)variable.Value!, name);
        }
    }

    private void ReadFile()
    {
        var named = Text(KnownSettings.File);
        var path = named ?? Path.Combine(Text(KnownSettings.Data) ?? ServerSettings.DefaultFolder, DefaultFile);
        if (named is null && !File.Exists(path))
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new CommandException($"{path}: the settings file must hold one JSON object.");
            }

            foreach (var property in document.RootElement.EnumerateObject())
            {
                ReadProperty(path, property);
            }
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: {error.Message}", error);
        }
    }

    private void ReadProperty(string path, JsonProperty property)
    {
        var origin = $"{path}: \"{property.Name}\"";
        var known = KnownSettings.All.Where(setting => setting != KnownSettings.File);
        var setting = known.FirstOrDefault(setting => setting.Name == property.Name)
            ?? throw new CommandException($"{origin} is not a setting.{NearestName.Suggest(property.Name, known.Select(setting => setting.Name))}");
        if (setting == KnownSettings.Data && Text(KnownSettings.File) is null)
        {
            throw new CommandException($"{origin}: the settings file in the data folder can't name another one.");
        }

        Add(setting, property.Value.ValueKind switch
        {
            JsonValueKind.String => property.Value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
            _ => throw new CommandException($"{origin} must be a string, a number, true or false."),
        }, origin);
    }

    // The first place that sets it wins: flags are read before variables, these before the file.
    private void Add(Setting setting, string text, string origin) => _values.TryAdd(setting, (text, origin));
}
