using System.Text.RegularExpressions;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>The engine's wildcards against regular expressions, wherever a policy may hold them.</summary>
public sealed class WildcardTests
{
    // A surrogate pair is one character, and is not taken apart again.
    private const string OneCharacter = "(?>[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[^\\uD800-\\uDFFF])";

    private static readonly Gen<string> s_pattern = Gen.OneOf<string>("a", "b", "a", "b", "*", "*", "?", "?", "/", "\U0001F600").Array[0, 10].Select(string.Concat);

    private static readonly Gen<string> s_text = Gen.OneOf<string>("a", "b", "a", "b", "/", "*", "\U0001F600").Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("\"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"StringLike\": {\"k\": \"@\"}}")]
    [InlineData("\"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"ArnLike\": {\"arn\": \"arn:aws:s3:::@\"}}")]
    [InlineData("\"Action\": \"*\", \"Resource\": \"arn:aws:s3:::@\"")]
    [InlineData("\"Action\": \"s3:x@\", \"Resource\": \"*\"")]
    public void Wildcards_match_as_regular_expressions_do(string statement) =>
        Gen.Select(s_pattern, s_text).Sample(
            (pattern, text) =>
            {
                var policy = $"{{\"Version\": \"2012-10-17\", \"Statement\": {{\"Effect\": \"Allow\", {statement.Replace("@", pattern, StringComparison.Ordinal)}}}}}";
                var request = new AuthorizationRequest(
                    Principal.Root(AccountId.Parse(RequestGen.Here)),
                    "s3:x" + text,
                    "arn:aws:s3:::" + text,
                    AccountId.Parse(RequestGen.Here),
                    new RequestContext().Set("k", text).Set("arn", "arn:aws:s3:::" + text));
                // As a service control policy, which binds the root user and grants nothing: what comes out is the match.
                var policies = new ApplicablePolicies
                {
                    ServiceControl = [PolicySet.Compile(PolicyKind.ServiceControl, [new PolicySource("p", null, PolicyDocument.Load(policy))])],
                };
                var expression = Regex.Escape(pattern)
                    .Replace("\\*", $"(?:{OneCharacter})*", StringComparison.Ordinal).Replace("\\?", OneCharacter, StringComparison.Ordinal);
                return Evaluator.Decide(request, policies).IsAllowed == Regex.IsMatch(text, $@"\A{expression}\z");
            },
            iter: 15_000,
            threads: 1);
}
