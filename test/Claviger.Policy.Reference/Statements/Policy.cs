using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>A policy document (1.1).</summary>
internal sealed record Policy(IReadOnlyList<Statement> Statements)
{
    public static Policy Read(JsonElement policy)
    {
        var members = Json.Members(policy);

        // 1.1.9
        var version = members.TryGetValue("Version", out var given) ? given.GetString() : "2008-10-17";
        var variables = version switch
        {
            "2012-10-17" => true,
            "2008-10-17" => false, // 1.1.10
            _ => throw new FormatException("No such version."),
        };
        return new Policy([.. Json.Items(members["Statement"]).Select(statement => Statement.Read(statement, variables))]);
    }
}
