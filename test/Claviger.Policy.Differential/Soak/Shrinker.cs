using System.Text.Json.Nodes;

namespace Claviger.Policy.Differential;

/// <summary>Makes a case smaller for as long as it still shows what it was found for: takes members and elements away, one after another.</summary>
internal static class Shrinker
{
    public static string Shrink(string line, Func<string, bool> shows)
    {
        var smaller = true;
        while (smaller)
        {
            smaller = false;
            foreach (var path in Paths(JsonNode.Parse(line), []).OrderBy(path => path.Count).ToList())
            {
                if (Without(line, path) is { } candidate && shows(candidate))
                {
                    line = candidate;
                    smaller = true;
                    break;
                }
            }
        }

        return line;
    }

    private static IEnumerable<List<object>> Paths(JsonNode? node, List<object> at)
    {
        IEnumerable<(object Step, JsonNode? Node)> parts = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select((item, i) => ((object)i, item)),
            _ => [],
        };
        foreach (var (step, part) in parts)
        {
            List<object> path = [.. at, step];
            yield return path;
            foreach (var deeper in Paths(part, path))
            {
                yield return deeper;
            }
        }
    }

    private static string? Without(string line, List<object> path)
    {
        var root = JsonNode.Parse(line)!;
        var parent = root;
        foreach (var step in path.SkipLast(1))
        {
            parent = step is string name ? parent[name]! : parent[(int)step]!;
        }

        if (path[^1] is string last)
        {
            parent.AsObject().Remove(last);
        }
        else
        {
            parent.AsArray().RemoveAt((int)path[^1]);
        }

        return root.ToJsonString(Pick.Plain);
    }
}
