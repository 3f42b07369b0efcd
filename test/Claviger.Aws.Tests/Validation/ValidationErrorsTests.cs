using System.Text;
using Claviger.Aws.Shapes.Iam;
using Claviger.Aws.Shapes.Sts;

namespace Claviger.Aws.Tests;

// The texts are AWS's, seen in answers of IAM and STS in 2024 to 2026.
public sealed class ValidationErrorsTests
{
    private const string Tag = @"[\p{L}\p{Z}\p{N}_.:/=+\-@]";
    private const string Arn = @"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+";

    [Theory]
    [InlineData("", "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must not be null")]
    [InlineData("UserName=", "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("UserName=a/b", "The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-")]
    [InlineData("UserName=a&Path=b", "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.")]
    [InlineData("UserName=%C3%A9", "The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-")]
    [InlineData(
        "UserName=a&Tags.member.1.Key=bad%23key&Tags.member.1.Value=v",
        "1 validation error detected: Value at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: " + Tag + "+")]
    [InlineData(
        "UserName=a&Tags.member.1.Key=&Tags.member.1.Value=v",
        "2 validation errors detected: Value at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1; "
        + "Value at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: " + Tag + "+")]
    [InlineData(
        "UserName=a&Tags.member.1.Key=k&Tags.member.1.Value=&Tags.member.2.Value=v",
        "1 validation error detected: Value at 'tags.2.member.key' failed to satisfy constraint: Member must not be null")]
    public void Iam_words_what_is_wrong_with_a_user(string form, string message) => AssertError(CreateUserRequest.Operation, form, message);

    [Fact]
    public void Iam_says_nothing_of_characters_while_lengths_are_wrong() => AssertError(
        CreateUserRequest.Operation,
        $"UserName=a/b&PermissionsBoundary=short",
        "1 validation error detected: Value at 'permissionsBoundary' failed to satisfy constraint: Member must have length greater than or equal to 20");

    [Fact]
    public void Iam_counts_the_elements_of_lists()
    {
        string tags = string.Join('&', Enumerable.Range(1, 51).Select(i => $"Tags.member.{i}.Key=k{i}&Tags.member.{i}.Value=v"));

        AssertError(
            TagUserRequest.Operation,
            $"UserName=a&{tags}&Tags.member.51.Key=bad%23",
            "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50");
    }

    [Fact]
    public void Iam_names_the_list_where_a_string_in_it_is_wrong() => AssertError(
        UntagUserRequest.Operation,
        "UserName=a&TagKeys.member.1=ok&TagKeys.member.2=bad%23&TagKeys.member.3=bad%2A",
        "1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, "
        + $"Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: {Tag}+, Member must not be null]");

    [Fact]
    public void Iam_names_every_number_out_of_range() => AssertError(
        UpdateAccountPasswordPolicyRequest.Operation,
        "MinimumPasswordLength=129&MaxPasswordAge=0",
        "2 validation errors detected: Value at 'minimumPasswordLength' failed to satisfy constraint: Member must have value less than or equal to 128; "
        + "Value at 'maxPasswordAge' failed to satisfy constraint: Member must have value greater than or equal to 1");

    [Theory]
    [InlineData("PathPrefix=x")]
    [InlineData("PathPrefix=")]
    public void Iam_has_a_sentence_for_path_prefixes(string form) => AssertError(
        ListUsersRequest.Operation,
        form,
        form.EndsWith('=')
            ? "1 validation error detected: Value at 'pathPrefix' failed to satisfy constraint: Member must have length greater than or equal to 1"
            : "The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters.");

    [Fact]
    public void Iam_lists_the_values_of_an_enum() => AssertError(
        UpdateAccessKeyRequest.Operation,
        "AccessKeyId=AKIAIOSFODNN7EXAMPLE&Status=active",
        "1 validation error detected: Value at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive, Expired]");

    [Theory]
    [InlineData(
        "RoleArn=&RoleSessionName=ab",
        "2 validation errors detected: Value '' at 'roleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: " + Arn
        + "; Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20")]
    [InlineData(
        "RoleArn=xxxxxxxxxxxxxxxxxxxx",
        "1 validation error detected: Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "RoleArn=xxxxxxxxxxxxxxxxxxxx&RoleSessionName=",
        "1 validation error detected: Value '' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2")]
    [InlineData(
        "RoleArn=xxxxxxxxxxxxxxxxxxxx&RoleSessionName=bad/name",
        @"1 validation error detected: Value 'bad/name' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData(
        "RoleArn=xxxxxxxxxxxxxxxxxxxx&RoleSessionName=ab&DurationSeconds=899",
        "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900")]
    [InlineData(
        "RoleArn=xxxxxxxxxxxxxxxxxxxx&RoleSessionName=ab&DurationSeconds=2147483647",
        "1 validation error detected: Value '2147483647' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200")]
    public void Sts_prints_what_it_refuses(string form, string message) => AssertError(AssumeRoleRequest.Operation, form, message);

    [Fact]
    public void Sts_counts_code_points_and_takes_none_beyond_the_basic_plane()
    {
        string pattern = $"at 'roleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: {Arn}";
        string arn = string.Concat(Enumerable.Repeat("😀", 2048));

        AssertError(AssumeRoleRequest.Operation, $"RoleSessionName=ab&RoleArn={arn}", $"1 validation error detected: Value '{arn}' {pattern}");
        AssertError(
            AssumeRoleRequest.Operation,
            $"RoleSessionName=ab&RoleArn={arn}😀",
            $"2 validation errors detected: Value '{arn}😀' {pattern}; Value '{arn}😀' at 'roleArn' failed to satisfy constraint: Member must have length less than or equal to 2048");
        Bind(AssumeRoleRequest.Operation, $"RoleSessionName=ab&RoleArn={new string('é', 2048)}");
    }

    [Fact]
    public void A_secret_is_never_printed()
    {
        string token = new('t', 20_001);

        AssertError(
            AssumeRoleWithWebIdentityRequest.Operation,
            $"RoleArn=arn:aws:iam::123456789012:role/r&RoleSessionName=ab&WebIdentityToken={token}",
            "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member must have length less than or equal to 20000");
    }

    [Fact]
    public void Lengths_are_counted_in_code_points()
    {
        string key = string.Concat(Enumerable.Repeat("𝒜", 128));

        Bind(TagUserRequest.Operation, $"UserName=a&Tags.member.1.Key={key}&Tags.member.1.Value=");
        AssertError(
            TagUserRequest.Operation,
            $"UserName=a&Tags.member.1.Key={key}𝒜&Tags.member.1.Value=",
            "1 validation error detected: Value at 'tags.1.member.key' failed to satisfy constraint: Member must have length less than or equal to 128");
    }

    [Fact]
    public void A_request_made_in_code_is_validated_the_same()
    {
        AwsError error = Assert.Throws<AwsError>(() => CreateUserRequest.Operation.Validate(new CreateUserRequest()));

        Assert.Equal("1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must not be null", error.Message);
    }

    private static void AssertError(OperationModel operation, string form, string message)
    {
        AwsError error = Assert.Throws<AwsError>(() => Bind(operation, form));
        Assert.Equal(message, error.Message);
        Assert.Equal("ValidationError", error.Code);
        Assert.Equal(400, error.HttpStatus);
    }

    private static IRequestShape Bind(OperationModel operation, string form) =>
        operation.Bind(new RequestContent { Parameters = QueryParameters.Parse([], Encoding.UTF8.GetBytes(form)) });
}
