using System.Net;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>A condition key's value handed over as a number, boolean, instant or address decides as its text does.</summary>
public sealed class TypedValueTests
{
    private static readonly Gen<ContextValue> s_value = Gen.Frequency(
        (4, Gen.OneOf<ContextValue>(ContextValue.Of(1), ContextValue.Of(10), ContextValue.Of(0), ContextValue.Of(-1), ContextValue.Of(1704067200))),
        (1, Gen.Long.Select(ContextValue.Of)),
        (2, Gen.Bool.Select(ContextValue.Of)),
        (3, Gen.OneOf<string>("2024-01-01T00:00:00Z", "2024-01-01T00:00:00.5Z", "1969-12-31T23:59:59Z", "2024-02-29T07:04:56.789Z")
            .Select(text => ContextValue.Of(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))),
        (1, Gen.DateTimeOffset.Select(ContextValue.Of)),
        (4, Gen.OneOf<string>("10.0.0.1", "203.0.113.200", "2001:db8::1", "::ffff:10.0.0.1", "::").Select(text => ContextValue.Of(IPAddress.Parse(text)))));

    [Fact]
    public void A_typed_value_decides_as_its_text_does() =>
        Gen.Select(PolicyGen.Plain, s_value, s_value).Sample(
            (policy, one, two) => Decide(policy, one, two) == Decide(policy, one.ToString(), two.ToString()),
            iter: 30_000,
            threads: 1,
            print: at => $"{at.Item2} {at.Item3} {at.Item1}");

    private static Verdict Decide(string policy, ContextValue one, ContextValue two)
    {
        var account = AccountId.Parse(RequestGen.Here);
        var context = new RequestContext()
            .Set("aws:username", one).Set("s3:prefix", two).Set("k:number", one).Set("k:date", two).Set("k:bool", one).Set("k:address", two).Set("k:binary", one);
        var request = new AuthorizationRequest(
            Principal.User($"arn:aws:iam::{account}:user/ann", account), "s3:GetObject", "arn:aws:s3:::b/k", account, context);
        var policies = new ApplicablePolicies
        {
            Identity = PolicySet.Compile(PolicyKind.Identity, [new PolicySource("p", null, PolicyDocument.Load(policy))]),
        };
        return Evaluator.Decide(request, policies).Verdict;
    }
}
