using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>A policy document (1.1). One that is no policy at all has no statements, and says nothing where it would grant and no where it would limit.</summary>
internal sealed record Policy(bool IsReadable, IReadOnlyList<Statement> Statements)
{
    public static Policy Read(JsonElement policy)
    {
        if (policy.ValueKind != JsonValueKind.Object
            || !Json.Members(policy).TryGetValue("Statement", out var statements)
            || statements.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return new Policy(false, []);
        }

        // 1.1.9, 1.1.10, 1.1.14. Of a document that is not understood as a whole no statement is.
        var members = Json.Members(policy);
        var version = members.TryGetValue("Version", out var given) ? Json.Text(given) : "2008-10-17";
        var understood = version is "2008-10-17" or "2012-10-17"
            && (!members.TryGetValue("Id", out var id) || id.ValueKind == JsonValueKind.String)
            && !members.Keys.Except(["Version", "Id", "Statement"]).Any();
        return new Policy(true, [.. Json.Items(statements).Select(item => Statement.Read(item, version is not (null or "2008-10-17"), understood))]);
    }
}
