using System.Text.Json.Nodes;

namespace Claviger.Policy.Differential;

/// <summary>A case on which engine and reference differ.</summary>
internal sealed record Difference(string Line, Answer Reference, string Engine)
{
    // Answers null where both agree. An exception of the engine is a difference, one of the reference is an error of the generators.
    public static Difference? Of(string line) => Of(line, Answer.OfReference(line));

    public static Difference? Of(string line, Answer reference)
    {
        var engine = EngineAnswer(line);
        return engine == reference.ToString() ? null : new Difference(line, reference, engine);
    }

    // The smallest case on which the two still differ in the same way.
    public Difference Shrunk()
    {
        var smallest = Shrinker.Shrink(Line, candidate =>
        {
            try
            {
                return Of(candidate) is { } difference && difference.Reference == Reference && difference.Engine == Engine;
            }
            catch (Exception refused) when (refused is FormatException or KeyNotFoundException or InvalidOperationException)
            {
                return false; // taken apart too far: it is no case any more
            }
        });
        return this with { Line = smallest };
    }

    // The case with what the reference expects, and what the engine said.
    public string ToLine(string id)
    {
        var node = JsonNode.Parse(Line)!.AsObject();
        node["id"] = id;
        node["expected"] = Reference.Verdict.ToString();
        node["expectedKind"] = Reference.NamedKind?.ToString();
        node["engine"] = Engine;
        return node.ToJsonString(Pick.Plain);
    }

    private static string EngineAnswer(string line)
    {
        try
        {
            return Answer.OfEngine(line).ToString();
        }
#pragma warning disable CA1031 // whatever the engine throws is what is looked for
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return $"threw {thrown.GetType().Name}: {thrown.Message}";
        }
    }
}
