using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>A statement of a policy as its author wrote it.</summary>
internal sealed class StatementSyntax
{
    public StatementSyntax(JsonSyntax node)
    {
        Node = node;
        Sid = node.Find("Sid");
        Effect = node.Find("Effect");
        Action = ElementSyntax.Read(node, "Action");
        Resource = ElementSyntax.Read(node, "Resource");
        Principal = PrincipalSyntax.Read(node);
        Condition = node.Find("Condition");
        Conditions = Condition is null ? [] : ConditionSyntax.ReadAll(Condition.Value);
    }

    public JsonSyntax Node { get; }

    public JsonMember? Sid { get; }

    public JsonMember? Effect { get; }

    /// <summary>Action or NotAction.</summary>
    public ElementSyntax? Action { get; }

    /// <summary>Resource or NotResource.</summary>
    public ElementSyntax? Resource { get; }

    /// <summary>Principal or NotPrincipal.</summary>
    public PrincipalSyntax? Principal { get; }

    public JsonMember? Condition { get; }

    /// <summary>Every key under every operator.</summary>
    public ImmutableArray<ConditionSyntax> Conditions { get; }

    public bool IsAllow => Effect?.Value.Text == "Allow";

    public bool IsDeny => Effect?.Value.Text == "Deny";

    /// <summary>The conditions on a key, without regard to case.</summary>
    public IEnumerable<ConditionSyntax> ConditionsOn(string key) =>
        Conditions.Where(c => string.Equals(c.Key.Name, key, StringComparison.OrdinalIgnoreCase));
}
