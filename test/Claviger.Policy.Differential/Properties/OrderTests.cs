using System.Text.Json.Nodes;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Neither order nor repetition of policies, statements and list entries makes a difference (1.1.2, 1.2).</summary>
public sealed class OrderTests
{
    [Fact]
    public void Order_makes_no_difference() =>
        CaseGen.Case.Sample(
            line =>
            {
                var node = CaseText.Parse(line);
                foreach (var list in CaseText.PolicyLists(node))
                {
                    Reverse(list);
                }

                foreach (var policy in CaseText.Policies(node))
                {
                    Turn(policy);
                }

                return Answer.OfEngine(CaseText.Write(node)) == Answer.OfEngine(line);
            },
            iter: 5_000,
            threads: 1);

    [Fact]
    public void Repetition_makes_no_difference() =>
        CaseGen.Case.Sample(
            line =>
            {
                var node = CaseText.Parse(line);
                foreach (var list in CaseText.PolicyLists(node).Where(list => list.Count > 0))
                {
                    list.Add(list[0]!.DeepClone());
                }

                foreach (var statements in CaseText.Policies(node).Select(CaseText.Statements).Where(list => list.Count > 0))
                {
                    statements.Add(statements[0]!.DeepClone());
                }

                return Answer.OfEngine(CaseText.Write(node)) == Answer.OfEngine(line);
            },
            iter: 5_000,
            threads: 1);

    // The members of every object and the entries of every array the other way round.
    private static void Turn(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            var turned = members.Reverse().Select(member => (member.Key, Value: member.Value?.DeepClone())).ToList();
            members.Clear();
            foreach (var (name, value) in turned)
            {
                members[name] = value;
                Turn(value);
            }
        }
        else if (node is JsonArray items)
        {
            Reverse(items);
            foreach (var item in items)
            {
                Turn(item);
            }
        }
    }

    private static void Reverse(JsonArray list)
    {
        var turned = list.Reverse().Select(item => item?.DeepClone()).ToList();
        list.Clear();
        foreach (var item in turned)
        {
            list.Add(item);
        }
    }
}
