using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

public sealed class FindingsReportTests
{
    [Fact]
    public void Prints_a_line_a_finding_as_a_compiler_does()
    {
        const string policy = """
            {
              "Version": "2012-10-17",
              "Statement": { "Effect": "Allow",
                "Action": "s3:GetObjekt", "Resource": "arn:aws:s3:::b/*" }
            }
            """;
        using var writer = new StringWriter { NewLine = "\n" };

        FindingsReport.Write(writer, "policy.json", FindingsValidator.Validate(policy, PolicyKind.Identity));

        Assert.Equal(
            "policy.json(4,15): error INVALID_ACTION: There is no action s3:GetObjekt. Did you mean s3:GetObject? "
            + "Correct the name; an API operation's action may have another name.\n",
            writer.ToString());
    }

    [Theory]
    [InlineData("s3:GetObjekt", FindingType.Error, 1)]
    [InlineData("s3:GetObject", FindingType.Error, 0)]
    [InlineData("*", FindingType.Error, 0)]
    [InlineData("*", FindingType.SecurityWarning, 1)]
    [InlineData("*", FindingType.Suggestion, 1)]
    public void The_exit_code_tells_whether_there_is_something_as_bad_as_the_threshold(string action, FindingType threshold, int code)
    {
        var policy = $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"{{action}}","Resource":"*"} }""";

        Assert.Equal(code, FindingsReport.ExitCode(FindingsValidator.Validate(policy, PolicyKind.Identity), threshold));
    }
}
