using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Principals: all forms of 4.2, those that match nobody among them.</summary>
internal static class PrincipalGen
{
    private static readonly Gen<string> s_aws = Pick.Text(
        "*", RequestGen.Here, $"arn:aws:iam::{RequestGen.Here}:root", RequestGen.There, $"arn:aws:iam::{RequestGen.There}:root", $"arn:aws-cn:iam::{RequestGen.Here}:root",
        $"arn:aws:iam::{RequestGen.Here}:user/ann", $"arn:aws:iam::{RequestGen.Here}:user/ann", $"arn:aws:iam::{RequestGen.Here}:user/p/ann",
        $"arn:aws:iam::{RequestGen.Here}:user/Ann", $"arn:aws:iam::{RequestGen.There}:user/ann", $"arn:aws:iam::{RequestGen.Here}:user/*",
        $"arn:aws:iam::{RequestGen.Here}:role/ops", $"arn:aws:iam::{RequestGen.Here}:role/ops", $"arn:aws:iam::{RequestGen.Here}:role/p/ops",
        $"arn:aws:iam::{RequestGen.Here}:role/OPS", $"arn:aws:iam::{RequestGen.There}:role/ops", $"arn:aws-cn:iam::{RequestGen.Here}:role/ops",
        $"arn:aws:sts::{RequestGen.Here}:assumed-role/ops/s1", $"arn:aws:sts::{RequestGen.Here}:assumed-role/ops/s1",
        $"arn:aws:sts::{RequestGen.Here}:assumed-role/Ops/s1", $"arn:aws:sts::{RequestGen.Here}:assumed-role/ops/*", $"arn:aws:sts::{RequestGen.Here}:assumed-role/ops",
        $"arn:aws:sts::{RequestGen.Here}:federated-user/ann", $"arn:aws:sts::{RequestGen.Here}:federated-user/bob", "arn:aws:iam::1:user/ann", "AIDAEXAMPLEEXAMPLE123",
        "AROAEXAMPLEEXAMPLE123", "ec2.amazonaws.com", $"arn:aws:iam::{RequestGen.Here}:group/ops", $"arn:aws:iam::{RequestGen.Here}:user/x/ann");

    private static readonly Gen<string> s_service = Pick.Text("ec2.amazonaws.com", "lambda.amazonaws.com", "EC2.amazonaws.com", "*");

    private static readonly Gen<string> s_provider = Pick.Text($"arn:aws:iam::{RequestGen.Here}:saml-provider/idp", "accounts.example.com", "www.example.com", "*");

    private static readonly Gen<string> s_awsMember = Pick.OneOrMany(s_aws).Select(text => $"\"AWS\":{text}");

    private static readonly Gen<string> s_serviceMember = Pick.OneOrMany(s_service).Select(text => $"\"Service\":{text}");

    private static readonly Gen<string> s_providerMember = Pick.OneOrMany(s_provider).Select(text => $"\"Federated\":{text}");

    public static Gen<string> Principals { get; } = Gen.Frequency(
        (4, Gen.Const("\"*\"")),
        (10, s_awsMember.Select(text => Pick.Object(text))),
        (3, s_serviceMember.Select(text => Pick.Object(text))),
        (3, s_providerMember.Select(text => Pick.Object(text))),
        (2, Gen.Select(s_awsMember, s_serviceMember, s_providerMember, (a, b, c) => Pick.Object(a, b, c))),
        (1, Gen.Const("{\"CanonicalUser\":\"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be\"}")));
}
