using Claviger.Policy.Reference;

namespace Claviger.Policy.Differential;

/// <summary>The condition table of section 16 and the patterns of sections 2, 3 and 4, put to the reference evaluator.</summary>
public sealed class ReferenceConditionTests
{
    private const string Ann = "arn:aws:iam::111122223333:user/ann";

    [Theory]
    [InlineData("StringEquals", "a|b", "b", true)]
    [InlineData("StringEquals", "a*", "ab", false)]
    [InlineData("StringNotEquals", "a|b", "b", false)]
    [InlineData("StringNotEquals", "a|b", null, true)]
    [InlineData("StringEqualsIfExists", "a", null, true)]
    [InlineData("StringLike", "home/${aws:username}/*", "home/xy/1", false)]
    [InlineData("StringLike", "home/${aws:username}/*", "home/x*/1", true)]
    [InlineData("StringLike", "a${*}c", "abc", false)]
    [InlineData("StringLike", "a${*}c", "a*c", true)]
    [InlineData("StringEquals", "${k2, 'd'}", "d", true)]
    [InlineData("StringNotEquals", "${k2}", "v", true)]
    [InlineData("StringEquals", "a", "[a]", false)]
    [InlineData("StringNotEquals", "b", "[a]", false)]
    [InlineData("StringEqualsIfExists", "a", "[a]", false)]
    [InlineData("ForAllValues:StringEquals", "a|b", "[a,b]", true)]
    [InlineData("ForAllValues:StringEquals", "a|b", "[a,c]", false)]
    [InlineData("ForAllValues:StringEquals", "a|b", "[]", true)]
    [InlineData("ForAllValues:StringEquals", "a|b", null, true)]
    [InlineData("ForAllValues:StringEquals", "a|b", "c", false)]
    [InlineData("ForAnyValue:StringEquals", "a|b", "[c,b]", true)]
    [InlineData("ForAnyValue:StringEquals", "a|b", "[c]", false)]
    [InlineData("ForAnyValue:StringEquals", "a|b", "[]", false)]
    [InlineData("ForAnyValue:StringEquals", "a|b", null, false)]
    [InlineData("ForAnyValue:StringNotEquals", "a", "[a,b]", true)]
    [InlineData("ForAnyValue:StringNotEquals", "a", null, false)]
    [InlineData("ForAllValues:StringNotEquals", "a", "[a,b]", false)]
    [InlineData("ForAnyValue:StringEqualsIfExists", "a", null, true)]
    [InlineData("forallvalues:stringequals", "a", "[b,]", false)]
    [InlineData("ForAllValues:StringEquals", "a", "[,]", true)]
    [InlineData("Null", "true", null, true)]
    [InlineData("Null", "false", null, false)]
    [InlineData("Null", "true", "", false)]
    [InlineData("Null", "true", "[]", true)]
    [InlineData("NullIfExists", "true", null, false)]
    [InlineData("StringMatches", "a", "a", false)]
    [InlineData("Bool", "true", "TRUE", true)]
    [InlineData("Bool", "1", "1", false)]
    [InlineData("NumericLessThan", "10", "9.5", true)]
    [InlineData("NumericLessThan", "10", "10.0", false)]
    [InlineData("NumericEquals", "10", "10.0", true)]
    [InlineData("NumericNotEquals", "10", "ten", false)]
    [InlineData("NumericNotEquals", "ten", "10", false)]
    [InlineData("NumericNotEquals", "ten", null, true)]
    [InlineData("DateGreaterThan", "2024-01-01T00:00:00Z", "1704067201", true)]
    [InlineData("DateGreaterThan", "2024-01-01T00:00:00Z", "1704067200", false)]
    [InlineData("DateEquals", "2024-01-01T00:00:00Z", "2023-12-31T23:30:00-00:30", true)]
    [InlineData("DateEquals", "2024", "1970-01-01T00:33:44Z", true)]
    [InlineData("DateLessThan", "2024-01-01T00:00:00.5Z", "2024-01-01t00:00:00.25z", true)]
    [InlineData("DateNotEquals", "2024-02-30", "2024-01-01", false)]
    [InlineData("IpAddress", "203.0.113.7/24", "203.0.113.200", true)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.200", false)]
    [InlineData("NotIpAddress", "10.0.0.0/8", "2001:db8::1", true)]
    [InlineData("IpAddress", "2001:DB8::/32", "2001:db8:0:0::0.0.0.1", true)]
    [InlineData("IpAddress", "0.0.0.0/0", "::ffff:10.0.0.1", false)]
    [InlineData("NotIpAddress", "10.0.0.0/8", "010.0.0.1", false)]
    [InlineData("BinaryEquals", "YWJj", "YWJj", true)]
    [InlineData("BinaryEquals", "YWI=", "YWJj", false)]
    [InlineData("ArnLike", "arn:aws:iam::*:role/x*", "arn:aws:iam::1:role/xy/z", true)]
    [InlineData("ArnLike", "arn:aws:*", "arn:aws:iam::1:role/x", false)]
    [InlineData("ArnLike", "arn:aws:svc:*:111:x/*", "arn:aws:svc:us-east-2:999:y:111:x/z", false)]
    [InlineData("ArnNotEquals", "${k2}", "arn:aws:iam::1:role/x", true)]
    [InlineData("ArnNotEquals", "*", "arn:aws:iam::1:role/x", false)]
    public void Conditions_hold_as_the_table_says(string op, string wanted, string? value, bool holds)
    {
        var context = value switch
        {
            null => "",
            ['[', .., ']'] => $", \"K\": [{(value.Length == 2 ? "" : string.Join(',', value[1..^1].Split(',').Select(v => $"\"{v}\"")))}]",
            _ => $", \"K\": \"{value}\"",
        };
        var values = string.Join(',', wanted.Split('|').Select(v => $"\"{v}\""));

        Assert.Equal(holds, Allows(
            "\"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"" + op + "\": {\"k\": [" + values + "]}}", context: "\"aws:username\": \"x*\"" + context));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("S3:getobject", true)]
    [InlineData("s3:Get*", true)]
    [InlineData("s3:Get?bject", true)]
    [InlineData("*:Get*", true)]
    [InlineData("s3:*Object*", true)]
    [InlineData("s3:", false)]
    [InlineData("s3:GetObject ", false)]
    [InlineData("s3:GetObject,PutObject", false)]
    [InlineData("s3:Get.bject", false)]
    [InlineData("s3", false)]
    [InlineData("s3:Get:Object", false)]
    public void Actions_match_as_section_2_says(string pattern, bool matches)
    {
        Assert.Equal(matches, Allows($"\"Action\": \"{pattern}\", \"Resource\": \"*\""));
        Assert.Equal(!matches, Allows($"\"NotAction\": \"{pattern}\", \"Resource\": \"*\""));
    }

    [Theory]
    [InlineData("arn:aws:s3:::b/*/test/*", "arn:aws:s3:::b/1/2/test/3/x", true, false)]
    [InlineData("arn:aws:s3:::b/*/test/*", "arn:aws:s3:::b//test/x", true, false)]
    [InlineData("arn:aws:s3:::b/*/test/*", "arn:aws:s3:::b/test/x", false, true)]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b", false, true)]
    [InlineData("arn:aws:s3:::*", "arn:aws:s3:::*", true, false)]
    [InlineData("arn:aws:s3:::a*", "arn:aws:s3:::*", false, true)]
    [InlineData("arn:AWS:S3:*:*:b", "arn:aws:s3:::b", true, false)]
    [InlineData("arn:aws:s3:::B", "arn:aws:s3:::b", false, true)]
    [InlineData("arn:*", "arn:aws:s3:::b", true, false)]
    [InlineData("arn:aws:s3", "arn:aws:s3:::b", true, false)]
    [InlineData("arn:aws:s3:::b", "*", false, true)]
    [InlineData("*", "*", true, false)]
    [InlineData("arn:aws:s3:::${aws:username}", "arn:aws:s3:::x*", true, false)]
    [InlineData("arn:aws:s3:::${aws:username}", "arn:aws:s3:::xy", false, true)]
    [InlineData("arn:aws:s3:::${gone}", "arn:aws:s3:::b", false, false)]
    [InlineData("arn:aws:s3:::${gone, 'b'}", "arn:aws:s3:::b", true, false)]
    public void Resources_match_as_section_3_says(string pattern, string resource, bool matches, bool notMatches)
    {
        Assert.Equal(matches, Allows($"\"Action\": \"*\", \"Resource\": \"{pattern}\"", resource, "\"aws:username\": \"x*\""));
        Assert.Equal(notMatches, Allows($"\"Action\": \"*\", \"NotResource\": \"{pattern}\"", resource, "\"aws:username\": \"x*\""));
    }

    [Fact]
    public void The_older_version_knows_no_variables() =>
        Assert.False(Allows("\"Action\": \"*\", \"Resource\": \"arn:aws:s3:::${aws:username}\"", "arn:aws:s3:::ann", "\"aws:username\": \"ann\"", "2008-10-17"));

    private static bool Allows(string statement, string resource = "arn:aws:s3:::b", string context = "", string version = "2012-10-17")
    {
        var line = "{\"request\": {\"principal\": \"" + Ann + "\", \"action\": \"s3:GetObject\", \"resource\": \"" + resource
            + "\", \"resourceAccountId\": \"111122223333\", \"context\": {" + context + "}}, \"identityPolicies\": [{\"Version\": \"" + version
            + "\", \"Statement\": {\"Effect\": \"Allow\", " + statement + "}}]}";
        return ReferenceEvaluator.Decide(line).Verdict == ReferenceVerdict.Allowed;
    }
}
