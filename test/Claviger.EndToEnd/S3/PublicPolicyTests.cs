using Claviger.S3;

namespace Claviger.EndToEnd;

/// <summary>Which policies Block Public Access counts as public.</summary>
public sealed class PublicPolicyTests
{
    [Theory]
    [InlineData("\"*\"", "{}", true)]
    [InlineData("{\"AWS\":\"*\"}", "{}", true)]
    [InlineData("{\"AWS\":[\"111122223333\",\"*\"]}", "{}", true)]
    [InlineData("{\"AWS\":\"111122223333\"}", "{}", false)]
    [InlineData("\"*\"", "{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}", false)]
    [InlineData("\"*\"", "{\"StringLike\":{\"aws:PrincipalOrgID\":\"o-*\"}}", true)]
    [InlineData("\"*\"", "{\"StringNotEquals\":{\"aws:PrincipalAccount\":\"111122223333\"}}", true)]
    [InlineData("\"*\"", "{\"StringEqualsIfExists\":{\"aws:PrincipalAccount\":\"111122223333\"}}", true)]
    [InlineData("\"*\"", "{\"StringEquals\":{\"s3:prefix\":\"a\"}}", true)]
    [InlineData("\"*\"", "{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}", false)]
    [InlineData("\"*\"", "{\"IpAddress\":{\"aws:SourceIp\":\"0.0.0.0/1\"}}", true)]
    [InlineData("\"*\"", "{\"NotIpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}", true)]
    [InlineData("\"*\"", "{\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::111122223333:role/*\"}}", false)]
    [InlineData("\"*\"", "{\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/app\"}}", true)]
    [InlineData("\"*\"", "{\"StringEquals\":{\"aws:PrincipalAccount\":\"${aws:PrincipalAccount}\"}}", true)]
    public void Is_public_where_everybody_is_let_in_and_nothing_fixed_holds_them(string principal, string condition, bool isPublic)
    {
        string Policy(string effect) =>
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Principal":{{principal}},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Condition":{{condition}}}]}""";
        Assert.Equal(isPublic, PublicPolicy.IsPublic(Policy("Allow")));
        Assert.False(PublicPolicy.IsPublic(Policy("Deny")));
    }
}
