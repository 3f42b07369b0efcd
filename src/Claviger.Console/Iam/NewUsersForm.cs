using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>The forms of the wizard for new users: what each step tells the draft, and what it must have told before the next.</summary>
internal static partial class NewUsersForm
{
    /// <summary>The draft with what a step's form says.</summary>
    public static NewUsersDraft Take(NewUsersDraft draft, int step, IFormCollection form) => step switch
    {
        0 => draft with
        {
            Names = [.. form["name"].Select(static name => name?.Trim() ?? "").Where(static name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            HasConsole = form["console"].Count > 0,
            HasKeys = form["keys"].Count > 0,
            // A custom password is not shown again: left empty, the one that was typed before stays.
            Password = form["password-kind"] == "custom" ? (form["password"].ToString() is { Length: > 0 } typed ? typed : draft.Password) : null,
            MustReset = form["reset"].Count > 0,
        },
        1 => draft with
        {
            Way = form["way"].ToString() is "group" or "copy" or "policy" ? form["way"].ToString() : draft.Way,
            Groups = [.. form["group"].Select(static name => name!)],
            CopyFrom = form["copy-from"].ToString() is { Length: > 0 } user ? user : null,
            Policies = [.. form["policy"].Select(static arn => arn!).Distinct()],
            Boundary = form["use-boundary"].Count > 0 && form["boundary"].ToString() is { Length: > 0 } arn ? arn : null,
        },
        2 => draft with { Tags = [.. TagFields.Read(form).Select(static tag => KeyValuePair.Create(tag.Key, tag.Value))] },
        _ => draft,
    };

    /// <summary>What is missing in a step; null if nothing is.</summary>
    public static string? Check(NewUsersDraft draft, int step) => (step, draft) switch
    {
        (0, { Names.Count: 0 }) => "Type at least one user name.",
        (0, { Names.Count: > NewUsersDraft.MostNames }) => $"At most {NewUsersDraft.MostNames} users can be added at once.",
        (0, _) when draft.Names.FirstOrDefault(static name => !Name().IsMatch(name)) is { } wrong => $"{wrong} can't be a user's name. {NameRules.Short}.",
        (0, { HasConsole: false, HasKeys: false }) => "Choose at least one kind of access.",
        (1, { Way: "copy", CopyFrom: null }) => "Choose the user whose permissions are copied.",
        (2, { Tags.Count: > 50 }) => "At most 50 tags.",
        _ => null,
    };

    [GeneratedRegex(@"^[\w+=,.@-]{1,64}\z", RegexOptions.ECMAScript)]
    private static partial Regex Name();
}
