using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>An entry of Action or NotAction: everything, or a service's prefix and a pattern of names.</summary>
/// <param name="Prefix">The text before the colon; <c>*</c> for everything.</param>
/// <param name="Name">The text after it; <c>*</c> for everything.</param>
internal sealed record ActionPattern(string Prefix, string Name)
{
    public const string Everything = "*";

    public bool IsEverything => Prefix == Everything && Name == Everything;

    /// <returns>Null for what is neither <c>*</c> nor a prefix and a name, without white space.</returns>
    public static ActionPattern? Parse(string text)
    {
        if (text == Everything)
        {
            return new ActionPattern(Everything, Everything);
        }

        var parts = text.Split(':');
        return parts is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(c => char.IsWhiteSpace(c) || c == ',')
            ? new ActionPattern(parts[0], parts[1])
            : null;
    }

    public bool Covers(ActionPattern other) =>
        Glob.Covers(Prefix, other.Prefix, ignoreCase: true) && Glob.Covers(Name, other.Name, ignoreCase: true);

    /// <summary>Whether it matches an action, given as <c>iam:PassRole</c>.</summary>
    public bool Matches(string action) => Covers(Parse(action)!);

    /// <summary>The service, if the prefix is exactly one's.</summary>
    public Service? FindService() => ServiceReference.TryFind(Prefix, out var service) ? service : null;

    /// <summary>The actions of that service that it matches.</summary>
    public ImmutableArray<ServiceAction> FindActions(Service service)
    {
        if (!Glob.HasWildcard(Name))
        {
            return service.TryFindAction(Name, out var action) ? [action] : [];
        }

        return [.. service.Actions.Where(a => Glob.Covers(Name, a.Name, ignoreCase: true))];
    }
}
