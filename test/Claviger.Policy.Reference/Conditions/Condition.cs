using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>One operator, one key, its values (section 5).</summary>
internal sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values)
{
    // A block is all of these together (5.1). What can't be read is left out, and the statement is not understood.
    public static IReadOnlyList<Condition> Read(JsonElement block, ref bool understood)
    {
        var conditions = new List<Condition>();
        foreach (var (op, keys) in Members(block, ref understood))
        {
            foreach (var (key, list) in Members(keys, ref understood))
            {
                understood &= Reference.Operator.Read(op) is not null;
                if (Json.Values(list) is { } values)
                {
                    conditions.Add(new Condition(op, key, values));
                }
                else
                {
                    understood = false;
                }
            }
        }

        return conditions;
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element, ref bool understood)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return Json.Members(element);
        }

        understood = false;
        return [];
    }
}
