using System.Collections.Immutable;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>A policy as its author wrote it: read leniently, so that each part can be looked at even where others are wrong.</summary>
internal sealed class PolicySyntax
{
    public const string CurrentVersion = "2012-10-17";
    public const string OldVersion = "2008-10-17";

    public PolicySyntax(JsonSyntax root, string text, PolicyKind kind)
    {
        Root = root;
        Text = text;
        Kind = kind;
        Version = root.Find("Version");
        Statement = root.Find("Statement");
        Statements = Statement is null ? [] : [.. Statement.Value.ItemsOrSelf.Where(s => s.IsObject).Select(s => new StatementSyntax(s))];
    }

    public JsonSyntax Root { get; }

    public string Text { get; }

    public PolicyKind Kind { get; }

    public JsonMember? Version { get; }

    public JsonMember? Statement { get; }

    /// <summary>The statements that are objects.</summary>
    public ImmutableArray<StatementSyntax> Statements { get; }

    /// <summary>Whether <c>${…}</c> is a variable here, not literal text.</summary>
    public bool HasVariables => Version?.Value.Text == CurrentVersion;

    /// <summary>Whether the policy belongs to a principal, so that it can't name one.</summary>
    public bool IsPrincipalSide => Kind is PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session;

    /// <summary>Whether the policy is an organization's.</summary>
    public bool IsOrganizations => Kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl;

    /// <summary>Whether its Allow statements give access, rather than only limit it.</summary>
    public bool Grants => Kind is PolicyKind.Identity or PolicyKind.Resource or PolicyKind.Trust;
}
