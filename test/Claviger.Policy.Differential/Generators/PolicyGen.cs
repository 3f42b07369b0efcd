using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Policies of every kind, each with the elements that its kind asks for (1.1.5, 1.1.6).</summary>
internal static class PolicyGen
{
    private static readonly Gen<string> s_action = Pick.OneOrMany(Pick.Text(
        "*", "*", "*", "s3:*", "s3:*", "s3:Get*", "S3:getobject", "s3:Get?bject", "s3:*Object", "s3:*o*t*", "*:*", "*:Get*", "s*:*", "s3:GetObject",
        "s3:GetObject", "s3:PutObject", "s3:", "s3: GetObject", "s3:GetObject ", "s3:GetObject,PutObject", "s3", "s3:Get:Object", "kms:*", "kms:Decrypt",
        "sqs:*", "sqs:SendMessage", "iam:Get*", "s3:${*}", "s3:GetObject*", "s3:?etObject", "s3:(GetObject)", "s3:Get.bject", "s3:GET*ing", "?3:*", "**"));

    private static readonly Gen<string> s_trustAction = Pick.OneOrMany(Pick.Text(
        "sts:AssumeRole", "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:*", "sts:Assume*", "STS:assumerole"));

    private static readonly Gen<string> s_actionMember = Pick.Mostly(
        40, Gen.Const("\"Action\":\"*\""), Not("Action", 12, Pick.Mostly(85, s_action, s_trustAction)));

    private static readonly Gen<string> s_resourceMember = Pick.Mostly(
        35, Gen.Const("\"Resource\":\"*\""), Not("Resource", 12, Pick.OneOrMany(ResourceGen.Pattern)));

    private static readonly Gen<string> s_principalMember = Not("Principal", 12, PrincipalGen.Principals);

    private static readonly Gen<string> s_conditionMember = Pick.Optional(45, ConditionGen.Block.Select(text => $"\"Condition\":{text}"));

    // Identity policies, boundaries, session policies and SCPs.
    public static Gen<string> Plain { get; } = Document(Statement(Gen.Const(""), s_actionMember, s_resourceMember));

    public static Gen<string> Resource { get; } = Document(Statement(s_principalMember, s_actionMember, Pick.Optional(85, s_resourceMember)));

    public static Gen<string> Trust { get; } = Document(Statement(
        PrincipalGen.Principals.Select(text => $"\"Principal\":{text}"),
        Pick.Mostly(90, s_trustAction, s_action).Select(text => $"\"Action\":{text}"),
        Gen.Const("")));

    public static Gen<string> Endpoint { get; } = Document(Statement(
        Pick.Mostly(60, Gen.Const("\"Principal\":\"*\""), s_principalMember), s_actionMember, s_resourceMember));

    public static Gen<string> Rcp { get; } = Document(Statement(Gen.Const("\"Principal\":\"*\""), s_actionMember, s_resourceMember));

    // Of two statements in three an Allow.
    private static Gen<string> Statement(Gen<string> principal, Gen<string> action, Gen<string> resource) =>
        Gen.Select(Gen.OneOf<string>("Allow", "Allow", "Allow", "Deny"), principal, action, resource, s_conditionMember,
            (effect, p, a, r, c) => Pick.Object($"\"Effect\":\"{effect}\"", p, a, r, c));

    private static Gen<string> Document(Gen<string> statement) => Gen.Select(
        Gen.OneOf<string>("2012-10-17", "2012-10-17", "2012-10-17", "2012-10-17", "2012-10-17", "2008-10-17", ""),
        Gen.Frequency((3, statement), (4, Pick.Array(statement, 1, 3))),
        (version, statements) => Pick.Object(version.Length == 0 ? "" : $"\"Version\":\"{version}\"", $"\"Statement\":{statements}"));

    private static Gen<string> Not(string name, int percent, Gen<string> value) =>
        Gen.Select(Pick.Chance(percent), value, (not, text) => $"\"{(not ? "Not" : "")}{name}\":{text}");
}
