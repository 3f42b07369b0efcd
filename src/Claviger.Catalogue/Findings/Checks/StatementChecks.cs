namespace Claviger.Catalogue;

/// <summary>Checks statements against one another.</summary>
internal static class StatementChecks
{
    private static readonly FindingCheck Redundant = FindingCheck.Suggestion("REDUNDANT_STATEMENT",
        "A statement says what an earlier one says.", "Remove it.");

    private static readonly FindingCheck Overridden = FindingCheck.Warning("ALLOW_OVERRIDDEN_BY_DENY",
        "Everything that a statement allows, another one of the policy denies without a condition.", "Remove the statement, or narrow the Deny.");

    public static CheckFamily Family { get; } = new("Statements together", [Redundant, Overridden], Run);

    private static void Run(CheckRun run)
    {
        var statements = run.Policy.Statements;
        var seen = new HashSet<string>();
        foreach (var statement in statements)
        {
            if (!seen.Add(Describe(statement)))
            {
                run.Report(Redundant, statement.Node, "An earlier statement says the same.");
            }
        }

        var denies = statements.Where(s => s is { IsDeny: true, Condition: null }).ToList();
        var allows = statements.Where(s => s.IsAllow).ToList();
        if (!WorkLimit.Allows(LengthOf(denies), LengthOf(allows)))
        {
            return;
        }

        foreach (var allow in allows)
        {
            if (denies.Find(d => Overrides(d, allow)) is { } deny)
            {
                run.Report(Overridden, allow.Node, $"{deny.Node.Path} denies all that this statement allows.");
            }
        }
    }

    private static long LengthOf(List<StatementSyntax> statements) =>
        statements.Sum(s => WorkLimit.LengthOf(s.Action?.Values ?? []) + WorkLimit.LengthOf(s.Resource?.Values ?? []));

    // The statement without its Sid, lists and members in order: what doesn't matter is gone.
    private static string Describe(StatementSyntax statement) =>
        string.Join('\n', statement.Node.Members.Where(m => m.Name != "Sid").OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name}={Describe(m.Value)}"));

    private static string Describe(JsonSyntax value)
    {
        if (value.IsObject)
        {
            return "{" + string.Join('\n', value.Members.Select(m => $"{m.Name}={Describe(m.Value)}").Order(StringComparer.Ordinal)) + "}";
        }

        return "[" + string.Join('\n', value.ItemsOrSelf.Select(i => i.IsArray || i.IsObject ? Describe(i) : $"\"{i.Text}\"").Order(StringComparer.Ordinal)) + "]";
    }

    private static bool Overrides(StatementSyntax deny, StatementSyntax allow) =>
        deny is { Action: { IsNegated: false } denied, Resource: { IsNegated: false } deniedOn }
        && allow is { Action: { IsNegated: false, Values.Length: > 0 } allowed, Resource: { IsNegated: false, Values.Length: > 0 } allowedOn }
        && CoversPrincipal(deny.Principal, allow.Principal)
        && allowed.Values.All(a => ActionPattern.Parse(a.Text) is { } part && denied.Values.Any(d => ActionPattern.Parse(d.Text)?.Covers(part) == true))
        && allowedOn.Values.All(a => deniedOn.Values.Any(d => ResourceChecks.Covers(d.Text, a.Text)));

    private static bool CoversPrincipal(PrincipalSyntax? deny, PrincipalSyntax? allow) =>
        deny is null ? allow is null : deny is { IsNegated: false, IsEveryone: true };
}
