using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>The engine against the reference on generated cases. On a difference the message holds the smallest case that shows it.</summary>
public sealed class AgreementTests
{
    [Fact]
    public void The_engine_decides_as_the_specification_says() =>
        CaseGen.Case.Sample(
            line => Difference.Of(line) is null,
            iter: 150_000,
            threads: 1,
            print: line => Difference.Of(line)?.Shrunk().ToLine("differs") ?? line);

    [Fact]
    public void What_the_engine_writes_of_a_policy_is_the_same_policy() =>
        CaseGen.Case.Sample(
            line =>
            {
                var node = CaseText.Parse(line);
                foreach (var policy in CaseText.Policies(node))
                {
                    var written = PolicyDocument.Load(policy.ToJsonString(Pick.Plain)).ToJson();
                    if (PolicyDocument.Load(written).ToJson() != written)
                    {
                        return false;
                    }

                    policy.Clear();
                    foreach (var (name, value) in CaseText.Parse(written))
                    {
                        policy[name] = value?.DeepClone();
                    }
                }

                return Answer.OfReference(CaseText.Write(node)) == Answer.OfReference(line);
            },
            iter: 5_000,
            threads: 1);
}
