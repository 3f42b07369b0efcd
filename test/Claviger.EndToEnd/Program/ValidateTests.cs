namespace Claviger.EndToEnd;

public sealed class ValidateTests : IDisposable
{
    private const string Good = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*" } }""";
    private const string Misspelt = """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "arn:aws:s3:::bucket/*" }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Finds_nothing_to_say_of_a_good_policy()
    {
        Assert.Equal(new ProgramRun(0, "", ""), await ClavigerProgram.RunAsync(["validate", _folder.Write("good.json", Good)]));
    }

    [Fact]
    public async Task Says_where_an_error_is_and_what_was_meant_and_fails()
    {
        var good = _folder.Write("good.json", Good);
        var file = _folder.Write("misspelt.json", Misspelt);
        var run = await ClavigerProgram.RunAsync(["validate", good, file]);
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith($"{file}(3,47): error ", run.Output, StringComparison.Ordinal);
        Assert.Contains("s3:GetObject", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_on_less_than_an_error_where_it_is_told_to()
    {
        var file = _folder.Write("pass.json", """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" } }""");
        var lenient = await ClavigerProgram.RunAsync(["validate", file]);
        var strict = await ClavigerProgram.RunAsync(["validate", "--fail-on", "SecurityWarning", file]);
        Assert.Equal((0, 1), (lenient.ExitCode, strict.ExitCode));
        Assert.Contains(": security warning ", lenient.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_a_trust_policy_by_its_principal()
    {
        var file = _folder.Write("trust.json", """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }""");
        Assert.Equal(new ProgramRun(0, "", ""), await ClavigerProgram.RunAsync(["validate", file]));
        Assert.Equal(1, (await ClavigerProgram.RunAsync(["validate", "--kind", "Identity", file])).ExitCode);
    }

    [Fact]
    public async Task Says_which_file_it_cannot_read_and_goes_on()
    {
        var file = _folder.Write("misspelt.json", Misspelt);
        var run = await ClavigerProgram.RunAsync(["validate", $"{file}.none", file]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{file}.none", run.Errors, StringComparison.Ordinal);
        Assert.StartsWith($"{file}(3,47): error ", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
