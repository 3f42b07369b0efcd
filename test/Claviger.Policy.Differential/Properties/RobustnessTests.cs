using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>No text makes the engine throw, and none that is not a policy allows anything.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public void Nothing_that_is_no_policy_is_too_much_for_the_engine() =>
        Gen.Frequency((1, Mutation.Characters), (2, Mutation.Tokens), (12, Mutation.Mutated)).Sample(
            text => Robustness.Fault(text) is null,
            iter: 10_000,
            threads: 1,
            print: text => $"{Robustness.Fault(text)}\n{text}");
}
