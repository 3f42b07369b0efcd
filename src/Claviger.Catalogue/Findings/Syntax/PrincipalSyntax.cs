using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>A Principal or NotPrincipal element.</summary>
/// <param name="Member">The element.</param>
/// <param name="IsNegated">Whether it is NotPrincipal.</param>
/// <param name="Entries">Its principals with their types; a bare string has the type <c>*</c>.</param>
internal sealed record PrincipalSyntax(JsonMember Member, bool IsNegated, ImmutableArray<(string Type, JsonSyntax Value)> Entries)
{
    public const string BareType = "*";

    /// <summary>Whether it stands for everyone, anonymous callers among them.</summary>
    public bool IsEveryone => Entries.Any(e => e.Type is BareType or "AWS" && e.Value.Text == "*");

    public static PrincipalSyntax? Read(JsonSyntax statement) => statement.Find("Principal") is { } member
        ? New(member, isNegated: false)
        : statement.Find("NotPrincipal") is { } negated ? New(negated, isNegated: true) : null;

    public IEnumerable<JsonSyntax> Of(string type) => Entries.Where(e => e.Type == type).Select(e => e.Value);

    private static PrincipalSyntax New(JsonMember member, bool isNegated) => new(member, isNegated, member.Value.IsObject
        ? [.. member.Value.Members.SelectMany(m => m.Value.ItemsOrSelf.Where(v => v.IsString).Select(v => (m.Name, v)))]
        : [.. member.Value.ItemsOrSelf.Where(v => v.IsString).Select(v => (BareType, v))]);
}
