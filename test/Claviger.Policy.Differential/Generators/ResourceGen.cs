using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Resources of requests, and the patterns for them: segments, wildcards, variables, short ARNs (section 3).</summary>
internal static class ResourceGen
{
    public static Gen<string> Object { get; } = Pick.Text(
        "arn:aws:s3:::b", "arn:aws:s3:::b/k", "arn:aws:s3:::b/k", "arn:aws:s3:::b/ann/x", "arn:aws:s3:::b/ann/x", "arn:aws:s3:::b/", "arn:aws:s3:::*",
        "arn:aws:s3:::b/k:1/*", "arn:aws:s3:::b/\U0001F600", "arn:aws-cn:s3:::b/k", "arn:aws:s3:::b/a*n/x", "arn:aws:s3:::", "*", "b/k");

    private static readonly Gen<string> s_whole = Pick.Text(
        "*", "*", "*", "arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3:::b/*", "arn:aws:s3:::*", "arn:*:*:*:*:*", "arn:aws:kms:*:*:key/*",
        $"arn:aws:kms:eu-*-?:{RequestGen.Here}:key/1", $"arn:aws:iam::{RequestGen.Here}:role/*", "arn:aws:iam::*:user/${aws:username}",
        $"arn:aws:sqs:*:{RequestGen.Here}:q");

    private static readonly Gen<string> s_short = Pick.Text(
        "arn:aws:s3", "arn:aws:s3*", "arn:aws:s*", "arn:aws:*", "arn:*", "arn:aws:*:", "arn:aws:s3::", "arn:*:s3::", "a*", "**", "?", "b/k", "b/*", "",
        "arn:aws:${aws:username}", "arn:aws:${*}", "*:*", "arn:aws:sqs*", "arn:aws:sqs:eu*");

    private static readonly Gen<string> s_last = Gen.OneOf<string>(
        Gen.OneOf<string>("b", "b/k", "b/*", "*", "?", "b/?", "b/ann/x", "*/x", "*k*", "b/*/x", "B/k", "", "b/**", "key/1", "key/*", "alias/?", "role/*", "q", "*:1/*"),
        Gen.OneOf<string>(
            "b/${aws:username}/*", "b/${aws:username}/x", "b/${AWS:UserName}/?", "${aws:username}", "b/${k:gone}/*", "b/${k:gone, 'ann'}/*",
            "b/${aws:username, 'ann'}/x", "b/a${*}n/x", "b/${?}", "b/${$}{aws:username}", "b/${}/x", "b/${aws:username", "b/${aws:TagKeys}/x",
            "b/${aws:TagKeys, 'ann'}/*", "b/${aws:PrincipalTag/team}/*", "b/${ aws:username }/x", "b/${aws:username,'ann'}/x", "b/${aws:username, ann}/x",
            "b/${s3:prefix}", "b/${k:gone, ''}*", "${k:gone, 'b/*'}", "${*}", "b/${aws:username}${k:gone, '/x'}"));

    private static readonly Gen<string> s_built = Gen.Select(
        Gen.Frequency((12, Gen.Const("arn")), (1, Gen.OneOf<string>("ARN", "*", "a*", ""))),
        Gen.Frequency((8, Gen.Const("aws")), (4, Gen.OneOf<string>("*", "AWS", "aws*", "aw?", "", "aws-cn", "${aws:username}"))),
        Gen.OneOf<string>("s3", "s3", "s3", "S3", "s*", "*", "sqs", "kms", "iam", ""),
        Gen.OneOf<string>("", "", "*", "eu-west-1", "eu-*", "EU-WEST-1", "**"),
        Gen.OneOf<string>("", "", "*", RequestGen.Here, "1111*", "????????????"),
        s_last,
        (arn, partition, service, region, account, last) => Pick.Quote($"{arn}:{partition}:{service}:{region}:{account}:{last}"));

    private static readonly Gen<string> s_bucket = s_last.Select(last => Pick.Quote("arn:aws:s3:::" + last));

    public static Gen<string> Pattern { get; } = Gen.Frequency((10, s_whole), (6, s_bucket), (4, s_built), (2, s_short));
}
