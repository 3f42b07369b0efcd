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

            if (statement.IsAllow && statements.FirstOrDefault(s => Overrides(s, statement)) is { } deny)
            {
                run.Report(Overridden, statement.Node, $"{deny.Node.Path} denies all that this statement allows.");
            }
        }
    }

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
        deny is { IsDeny: true, Condition: null, Action: { IsNegated: false } denied, Resource: { IsNegated: false } deniedOn }
        && allow is { Action: { IsNegated: false, Values.Length: > 0 } allowed, Resource: { IsNegated: false, Values.Length: > 0 } allowedOn }
        && CoversPrincipal(deny.Principal, allow.Principal)
        && allowed.Values.All(a => ActionPattern.Parse(a.Text) is { } part && denied.Values.Any(d => ActionPattern.Parse(d.Text)?.Covers(part) == true))
        && allowedOn.Values.All(a => deniedOn.Values.Any(d => ResourceChecks.Covers(d.Text, a.Text)));

    private static bool CoversPrincipal(PrincipalSyntax? deny, PrincipalSyntax? allow) =>
        deny is null ? allow is null : deny is { IsNegated: false, IsEveryone: true };
}
