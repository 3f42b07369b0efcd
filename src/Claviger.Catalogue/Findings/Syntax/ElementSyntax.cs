using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>An element that lists strings: Action, NotAction, Resource or NotResource.</summary>
/// <param name="Member">The element.</param>
/// <param name="IsNegated">Whether it is the Not… form.</param>
/// <param name="Values">Its strings; what is no string is left out.</param>
internal sealed record ElementSyntax(JsonMember Member, bool IsNegated, ImmutableArray<JsonSyntax> Values)
{
    public static ElementSyntax? Read(JsonSyntax statement, string name) => statement.Find(name) is { } member
        ? New(member, isNegated: false)
        : statement.Find("Not" + name) is { } negated ? New(negated, isNegated: true) : null;

    private static ElementSyntax New(JsonMember member, bool isNegated) =>
        new(member, isNegated, [.. member.Value.ItemsOrSelf.Where(v => v.IsString)]);
}
