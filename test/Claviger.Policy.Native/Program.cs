using System.Diagnostics;
using Claviger.Policy;

// Compiled ahead of time: decides the cases of the files named, one JSON object a line, and does once what else the library can do.
var asExpected = 0;
var wrong = 0;
foreach (var line in args.SelectMany(File.ReadLines).Where(line => line.Length > 0))
{
    var answer = CaseEvaluator.Evaluate(line);
    if (answer.Contains("\"asExpected\":true", StringComparison.Ordinal))
    {
        asExpected++;
    }
    else
    {
        wrong++;
        Console.WriteLine(answer);
    }
}

var account = AccountId.Parse("111122223333");
var document = PolicyDocument.Load("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::home/${aws:username}/*"}}""");
var policies = new ApplicablePolicies { Identity = PolicySet.Compile(PolicyKind.Identity, [new PolicySource("home", null, document)]) };
var caller = Principal.User($"arn:aws:iam::{account}:user/alice", account);
var request = new AuthorizationRequest(caller, "s3:GetObject", "arn:aws:s3:::home/bob/x", account, new RequestContext().Set("aws:username", "alice"));
var explanation = Evaluator.Explain(request, policies);
Console.WriteLine(DenialText.Write(explanation.Decision, caller.ToString(), request.Action, request.Resource, DenialTextForm.QuotedResource));
Console.WriteLine($"{explanation.Kinds[0].Kind}: {explanation.Kinds[0].Statements[0].Outcome}");
Console.WriteLine(document.ToJson());
Console.WriteLine(PolicyValidator.Validate("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"x","Resource":"*"}}""", PolicyKind.Identity)?.Message);

var watch = Stopwatch.StartNew();
var before = GC.GetAllocatedBytesForCurrentThread();
const int Decisions = 1_000_000;
for (var i = 0; i < Decisions; i++)
{
    Evaluator.Decide(request, policies);
}

var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
Console.WriteLine($"{watch.Elapsed.TotalNanoseconds / Decisions:F0} ns a decision, {allocated} bytes in {Decisions} decisions");
Console.WriteLine($"{asExpected} cases as expected, {wrong} not");
return wrong == 0 && asExpected > 0 && allocated == 0 ? 0 : 1;
