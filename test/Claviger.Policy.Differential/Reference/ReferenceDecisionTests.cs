using Claviger.Policy.Reference;

namespace Claviger.Policy.Differential;

/// <summary>The worked decisions of section 16, put to the reference evaluator.</summary>
public sealed class ReferenceDecisionTests
{
    private const string User = "arn:aws:iam::111122223333:user/ann";
    private const string Session = "arn:aws:sts::111122223333:assumed-role/ops/s1";
    private const string Bucket = "arn:aws:s3:::b/k";
    private const string Key = "arn:aws:kms:eu-west-1:111122223333:key/1";

    // The cells are those of the table: + allows, 0 silent, - explicit deny, blank none present. The resource's cell names its principal too.
    [Theory]
    [InlineData("U", "+", "", "", "", "", "Allowed", "")]
    [InlineData("U", "0", "", "", "", "", "ImplicitlyDenied", "Identity")]
    [InlineData("U", "0", "+ user", "0", "", "", "Allowed", "")]
    [InlineData("U", "0", "+ user", "-", "", "", "ExplicitlyDenied", "Boundary")]
    [InlineData("U", "+", "", "0", "", "", "ImplicitlyDenied", "Boundary")]
    [InlineData("U", "+", "- account", "", "", "", "ExplicitlyDenied", "Resource")]
    [InlineData("U", "0", "+ account", "", "", "", "ImplicitlyDenied", "Identity")]
    [InlineData("U", "+", "", "", "", "0", "ImplicitlyDenied", "Scp")]
    [InlineData("S", "0", "+ role", "", "", "", "Allowed", "")]
    [InlineData("S", "0", "+ role", "0", "", "", "ImplicitlyDenied", "Boundary")]
    [InlineData("S", "+", "+ role", "+", "0", "", "ImplicitlyDenied", "Session")]
    [InlineData("S", "0", "+ session", "0", "0", "", "Allowed", "")]
    [InlineData("S", "0", "+ *", "0", "0", "", "Allowed", "")]
    [InlineData("S", "0", "+ *", "", "-", "", "ExplicitlyDenied", "Session")]
    [InlineData("U elsewhere", "+", "+ user", "", "", "", "Allowed", "")]
    [InlineData("U elsewhere", "0", "+ user", "", "", "", "ImplicitlyDenied", "Identity")]
    [InlineData("U elsewhere", "+", "", "", "", "", "ImplicitlyDenied", "Resource")]
    [InlineData("U elsewhere", "+", "+ account", "0", "", "", "ImplicitlyDenied", "Boundary")]
    [InlineData("U key", "+", "0 *", "", "", "", "ImplicitlyDenied", "Resource")]
    [InlineData("U key", "+", "+ account", "", "", "", "Allowed", "")]
    [InlineData("U key", "0", "+ user", "", "", "", "Allowed", "")]
    [InlineData("U key", "0", "+ account", "", "", "", "ImplicitlyDenied", "Identity")]
    [InlineData("service", "", "+ service", "", "", "", "Allowed", "")]
    [InlineData("service", "", "0 *", "", "", "", "ImplicitlyDenied", "Resource")]
    [InlineData("anonymous", "", "+ *", "", "", "-", "Allowed", "")]
    [InlineData("anonymous", "", "+ user", "", "", "", "ImplicitlyDenied", "Resource")]
    [InlineData("GetCallerIdentity", "-", "", "", "", "-", "Allowed", "")]
    [InlineData("U", "+", "! user", "+", "", "", "ExplicitlyDenied", "Resource")]
    public void Decides_as_the_table_says(
        string who, string identity, string resource, string boundary, string session, string scp, string verdict, string kind)
    {
        var caller = who[0] switch
        {
            'U' or 'G' => $"\"{User}\"",
            'S' => $"\"{Session}\"",
            's' => "\"ec2.amazonaws.com\"",
            _ => "null",
        };
        var account = who.EndsWith("elsewhere", StringComparison.Ordinal) ? "444455556666" : "111122223333";
        var action = who == "GetCallerIdentity" ? "sts:GetCallerIdentity" : who == "U key" ? "kms:Decrypt" : "s3:GetObject";
        var asked = who == "GetCallerIdentity" ? "*" : who == "U key" ? Key : Bucket;
        var line = $$"""
            {"id": "table", "request": {"principal": {{caller}}, "action": "{{action}}", "resource": "{{asked}}", "resourceAccountId": "{{account}}", "context": {} },
            "identityPolicies": [{{Policy(identity)}}], "resourcePolicy": {{ResourcePolicy(resource)}}, "boundaries": [{{Policy(boundary)}}],
            "sessionPolicy": {{(session.Length == 0 ? "null" : Policy(session))}}, "scps": [{{(scp.Length == 0 ? "" : $"[{Policy(scp)}]")}}], "rcps": [], "endpointPolicies": []}
            """;

        var decision = ReferenceEvaluator.Decide(line);

        Assert.Equal(verdict, decision.Verdict.ToString());
        Assert.Equal(kind, decision.NamedKind.ToString());
    }

    private static string Policy(string cell) => cell.Length == 0 ? "" : $"{{{Statement(cell[0], "")}}}";

    private static string ResourcePolicy(string cell)
    {
        var principal = cell.Split(' ') switch
        {
            [_, "user"] => $"{{\"AWS\": \"{User}\"}}",
            [_, "account"] => "{\"AWS\": \"111122223333\"}",
            [_, "role"] => "{\"AWS\": \"arn:aws:iam::111122223333:role/path/ops\"}",
            [_, "session"] => $"{{\"AWS\": \"{Session}\"}}",
            [_, "service"] => "{\"Service\": \"ec2.amazonaws.com\"}",
            _ => "\"*\"",
        };
        return cell.Length == 0 ? "null" : $"{{{Statement(cell[0], $"\"{(cell[0] == '!' ? "NotPrincipal" : "Principal")}\": {principal}, ")}}}";
    }

    private static string Statement(char sign, string principal) =>
        $"\"Version\": \"2012-10-17\", \"Statement\": {{\"Effect\": \"{(sign is '-' or '!' ? "Deny" : "Allow")}\", {principal}"
        + $"\"Action\": \"{(sign == '0' ? "x:Other" : "*")}\", \"Resource\": \"*\"}}";
}
