using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Requests: few callers, actions and resources, so that policies meet them often.</summary>
internal static class RequestGen
{
    public const string Here = "111122223333";
    public const string There = "444455556666";

    private static readonly Gen<string> s_caller = Gen.Frequency(
        (6, Pick.Text(
            $"arn:aws:iam::{Here}:user/ann", $"arn:aws:iam::{Here}:user/ann", $"arn:aws:iam::{Here}:user/p/ann", $"arn:aws:iam::{Here}:user/Ann",
            $"arn:aws:iam::{There}:user/ann", $"arn:aws-cn:iam::{Here}:user/ann")),
        (6, Pick.Text(
            $"arn:aws:sts::{Here}:assumed-role/ops/s1", $"arn:aws:sts::{Here}:assumed-role/ops/s1", $"arn:aws:sts::{Here}:assumed-role/Ops/s1",
            $"arn:aws:sts::{Here}:assumed-role/ops/s2", $"arn:aws:sts::{There}:assumed-role/ops/s1", $"arn:aws-cn:sts::{Here}:assumed-role/ops/s1")),
        (2, Pick.Text($"arn:aws:sts::{Here}:federated-user/ann", $"arn:aws:sts::{There}:federated-user/ann")),
        (2, Pick.Text($"arn:aws:iam::{Here}:root", $"arn:aws:iam::{There}:root")),
        (1, Pick.Text($"arn:aws:iam::{Here}:role/ops", $"arn:aws:iam::{Here}:role/p/ops")),
        (2, Pick.Text("ec2.amazonaws.com", "lambda.amazonaws.com")),
        (1, Pick.Text($"arn:aws:iam::{Here}:saml-provider/idp", "accounts.example.com")),
        (2, Gen.Const("null")));

    private static readonly Gen<string> s_account = Gen.Frequency(
        (8, Gen.Const($",\"resourceAccountId\":\"{Here}\"")),
        (4, Gen.Const($",\"resourceAccountId\":\"{There}\"")),
        (1, Gen.Const(",\"resourceAccountId\":null")));

    // An ordinary request: what is asked of what.
    private static readonly Gen<string> s_asked = Gen.Frequency(
        (8, Gen.Select(Pick.Text("s3:GetObject", "s3:GetObject", "s3:PutObject", "s3:GetObjectTagging"), ResourceGen.Object, Asked)),
        (2, Gen.Select(Pick.Text("sqs:SendMessage", "sqs:sendmessage"), Pick.Text($"arn:aws:sqs:eu-west-1:{Here}:q", $"arn:aws:sqs:eu-west-1:{There}:q"), Asked)),
        (3, Gen.Select(Pick.Text("kms:Decrypt"), Pick.Text($"arn:aws:kms:eu-west-1:{Here}:key/1", $"arn:aws:kms:eu-west-1:{Here}:alias/1"), Asked)),
        (1, Gen.Select(Pick.Text("iam:GetUser", "iam:GetRole"), Pick.Text($"arn:aws:iam::{Here}:user/ann", $"arn:aws:iam::{Here}:role/ops"), Asked)),
        (1, Gen.Select(Pick.Text("s3:GetObject:x", "s3", "", ":", "s3:", ":GetObject", "s3::GetObject"), ResourceGen.Object, Asked)),
        (1, Gen.Select(Pick.Text("s3:ListAllMyBuckets", "sts:GetCallerIdentity", "sts:GetSessionToken"),
            Gen.OneOf<string>("\"*\",\"wildcardOnlyAction\":true", "\"*\"", "\"arn:aws:s3:::b\",\"wildcardOnlyAction\":true"), Asked)));

    // The role that is asked for; its policy is a trust policy.
    private static readonly Gen<string> s_assumed = Gen.Select(
        Pick.Text("sts:AssumeRole", "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:TagSession"),
        Pick.Text($"arn:aws:iam::{Here}:role/ops", $"arn:aws:iam::{Here}:role/p/ops", $"arn:aws:iam::{There}:role/ops"),
        Asked);

    public static Gen<string> Ordinary { get; } = Request(s_asked);

    public static Gen<string> Assuming { get; } = Request(s_assumed);

    private static string Asked(string action, string resource) => $"\"action\":{action},\"resource\":{resource}";

    private static Gen<string> Request(Gen<string> asked) =>
        Gen.Select(s_caller, asked, s_account, ContextGen.Context, (caller, what, account, context) =>
            $"{{\"principal\":{caller},{what}{account},\"context\":{context}}}");
}
