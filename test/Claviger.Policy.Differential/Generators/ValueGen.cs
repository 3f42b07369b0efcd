using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Values of every type, well formed and not, on the request's side and on the policy's (section 6).</summary>
internal static class ValueGen
{
    private static readonly string[] s_texts =
        ["ann", "ann", "ann", "Ann", "bob", "", "abc", "a*c", "a", "b/k", "x/ann/1", "\u00e9", "\u00c9", "\U0001F600", "a\nc", "${aws:username}", "$", "?"];

    private static readonly string[] s_patterns =
        ["*", "a*", "?nn", "a?c", "a${*}c", "*/${aws:username}/*", "${aws:username}", "${aws:username}", "${AWS:USERNAME}", "${aws:PrincipalTag/team}",
         "${k:gone}", "${k:gone, 'ann'}", "${k:gone, 'Ann'}", "${k:gone, 'a*'}", "${k:gone, ''}", "${aws:username, 'bob'}", "${aws:TagKeys}",
         "${aws:TagKeys, 'ann'}", "${}", "${", "a${aws:username", "${?}", "${$}", "${ aws:username }", "${aws:username,'ann'}", "${aws:username, ann}",
         "${aws:username, 'ann}", "${k:number}", "${s3:prefix}", "**", "???", "?", "*n*", "${*}", "${k:gone, 'it's'}", "${k:gone, '${aws:username}'}"];

    private static readonly string[] s_numbers =
        ["1", "1", "1.0", "01", "-1", "+1", "10", "9.5", "10.0", "0", "-0", "1e1", "0x1", "1,000", "abc", "", "0.1", "0.10", "99999999999999999999",
         "123456789012345678.5", "-9.5", "1 ", "--1", ".", ".1", "10.", "+.1", "-"];

    private static readonly string[] s_dates =
        ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "1704067200", "1704067201", "2024", "2024-01", "2024-01-01", "2024-01-01T01:00+01:00",
         "2024-01-01t00:00:00z", "2024-01-01T00:00:00.5Z", "2024-01-01T00:00:00.500Z", "2024-01-01T00:00:00", "2023-12-31T23:59:59-00:30",
         "2023-12-31T23:30:00-00:30", "-1", "0", "1969-12-31T23:59:59Z", "2024-02-30", "2024-13-01", "2024-1-1", "2024-01-01T25:00:00Z", "yesterday", "",
         "2024-02-29T12:34:56.789+05:30", "2024-01-01 00:00:00Z", "20240101", "2024-01T00:00Z", "2024-01-01Z", "2024-01-01T00Z"];

    private static readonly string[] s_bools = ["true", "true", "false", "TRUE", "False", "1", "", "yes", "true "];

    private static readonly string[] s_binaries = ["YWJj", "YWJj", "YWJjZA==", "YWJjZA", "", "abc", "YW Jj", "!!!!", "ywjj", "YWI="];

    private static readonly string[] s_addresses =
        ["10.0.0.1", "10.0.0.1", "203.0.113.200", "203.0.113.7", "2001:db8::1", "2001:DB8:0:0:0:0:0:1", "2001:0db8::0.0.0.1", "::", "::ffff:10.0.0.1",
         "010.0.0.1", "10.0.0.256", "10.0.0", "10.0.0.1.2", "1", "2001:db8::1::", "2001:db8:::1", "fe80::1%1", "abc", "", "10.0.0.1 ", "12345::", "::1.2.3.4"];

    private static readonly string[] s_ranges =
        ["10.0.0.0/8", "10.9.9.9/8", "203.0.113.7/24", "0.0.0.0/0", "::/0", "2001:db8::/32", "2001:db8::1/128", "10.0.0.1/32", "10.0.0.0/33", "10.0.0.0/",
         "10.0.0.0/x", "/8", "::/129", "203.0.113.128/25", "10.0.0.0/-1", "::ffff:0:0/96"];

    private static readonly string[] s_arns =
        [$"arn:aws:iam::{RequestGen.Here}:role/xy", $"arn:aws:iam::{RequestGen.Here}:role/xy", $"arn:aws:iam::{RequestGen.Here}:role/xy/z", "arn:aws:s3:::b",
         "arn:aws:svc:us-east-2:999:y:111:x/z", "arn:aws:iam::", "ARN:aws:iam::1:x", "abc", "", "*", "arn:aws:iam::1:user/ann"];

    private static readonly string[] s_arnPatterns =
        ["arn:aws:iam::*:role/x*", "arn:aws:iam::*:role/xy", "arn:*:*:*:*:*", "arn:aws:*", "*", "arn:aws:svc:*:111:x/*", "arn:aws:iam:*:*:user/${aws:username}",
         "arn:aws:iam::?:user/*", "${k:arn}", "${k:gone}", "arn:aws:iam::*:role/${k:gone}", "arn:aws:iam::*:role/${k:gone, 'xy'}", "arn:AWS:iam::*:role/xy",
         "arn:aws:iam::${k:gone, '*'}:role/xy", "*:aws:iam::*:role/xy", "arn:aws:iam::*:role/x${*}", $"arn:${{k:gone, 'aws'}}:iam::{RequestGen.Here}:role/x?"];

    public static Gen<string> RequestText { get; } = Pick.Text(s_texts);

    public static Gen<string> RequestNumber { get; } = Pick.Text(s_numbers);

    public static Gen<string> RequestDate { get; } = Pick.Text(s_dates);

    public static Gen<string> RequestBool { get; } = Pick.Text(s_bools);

    public static Gen<string> RequestBinary { get; } = Pick.Text(s_binaries);

    public static Gen<string> RequestAddress { get; } = Pick.Text(s_addresses);

    public static Gen<string> RequestArn { get; } = Pick.Text(s_arns);

    public static Gen<string> RequestAny { get; } =
        Gen.OneOf<string>(RequestText, RequestNumber, RequestDate, RequestBool, RequestBinary, RequestAddress, RequestArn);

    public static Gen<string> PolicyText { get; } = Pick.Text([.. s_texts, .. s_patterns]);

    // Numbers and booleans may stand without quotes (1.1.11).
    public static Gen<string> PolicyNumber { get; } = Gen.Frequency((10, RequestNumber), (3, Gen.OneOf<string>("1", "1.0", "10", "9.5", "-1", "1e1", "true")));

    public static Gen<string> PolicyDate { get; } = Gen.Frequency((10, RequestDate), (2, Gen.OneOf<string>("1704067200", "1704067201", "-1", "2024")));

    public static Gen<string> PolicyBool { get; } = Gen.Frequency((6, Pick.Text([.. s_bools, "${k:bool}", "${k:gone, 'true'}", "${k:gone}"])), (3, Gen.OneOf<string>("true", "false", "1")));

    public static Gen<string> PolicyBinary { get; } = Pick.Text([.. s_binaries, "${k:binary}"]);

    public static Gen<string> PolicyAddress { get; } = Pick.Text([.. s_addresses, .. s_ranges, .. s_ranges]);

    public static Gen<string> PolicyArn { get; } = Pick.Text([.. s_arns, .. s_arnPatterns, .. s_arnPatterns]);

    public static Gen<string> PolicyAny { get; } = Gen.OneOf<string>(PolicyText, PolicyNumber, PolicyDate, PolicyBool, PolicyBinary, PolicyAddress, PolicyArn);
}
