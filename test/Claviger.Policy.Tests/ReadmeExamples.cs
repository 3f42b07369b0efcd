namespace Claviger.Policy.Tests;

/// <summary>The examples of the package's README, run.</summary>
public sealed class ReadmeExamples
{
    [Fact]
    public void Do_what_they_say()
    {
        var account = AccountId.Parse("111122223333");
        var caller = Principal.User("arn:aws:iam::111122223333:user/alice", account);

        // Parse and index once; both are immutable and may be shared between threads.
        var document = PolicyDocument.Load("""
            {
              "Version": "2012-10-17",
              "Statement": {
                "Effect": "Allow",
                "Action": "s3:GetObject",
                "Resource": "arn:aws:s3:::home/${aws:username}/*"
              }
            }
            """);
        var policies = new ApplicablePolicies
        {
            Identity = PolicySet.Compile(PolicyKind.Identity, [new PolicySource("home", null, document)]),
        };

        // Decide as often as you like: nothing is allocated and no lock is taken.
        var context = new RequestContext().Set("aws:username", "alice");
        var request = new AuthorizationRequest(caller, "s3:GetObject", "arn:aws:s3:::home/alice/notes.txt", account, context);
        var decision = Evaluator.Decide(request, policies);
        Assert.True(decision.IsAllowed);

        var denied = Evaluator.Decide(new AuthorizationRequest(caller, "s3:PutObject", "arn:aws:s3:::home/alice/notes.txt", account, context), policies);
        var text = DenialText.Write(denied, caller.ToString(), "s3:PutObject", "arn:aws:s3:::home/alice/notes.txt", DenialTextForm.QuotedResource);
        Assert.Contains(text.Split(" because ")[0], Readme, StringComparison.Ordinal);
        Assert.Contains("because " + text.Split(" because ")[1], Readme, StringComparison.Ordinal);

        var explanation = Evaluator.Explain(new AuthorizationRequest(caller, "s3:GetObject", "arn:aws:s3:::home/bob/notes.txt", account, context), policies);
        var stoppedBy = explanation.Kinds[0].Statements[0].Outcome; // StatementOutcome.ResourceDiffers
        Assert.Equal(StatementOutcome.ResourceDiffers, stoppedBy);

        var error = PolicyValidator.Validate("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"GetObject","Resource":"*"}}""", PolicyKind.Identity);
        Assert.Contains($"error.Message: {error!.Message}", Readme, StringComparison.Ordinal);
        Assert.Contains($"error.Path: {error.Path}", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_all_here()
    {
        var source = Lines(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ReadmeExamples.cs"))).ToHashSet(StringComparer.Ordinal);
        var examples = Readme.Split("```").Where((_, i) => i % 2 == 1).SelectMany(block => Lines(block["csharp".Length..]));

        Assert.All(examples.Where(line => !line.StartsWith("//", StringComparison.Ordinal)), line => Assert.Contains(line, source));
    }

    private static string Readme => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
