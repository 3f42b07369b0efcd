using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Claviger.Policy.Bench;

/// <summary>The developer's case in other engines, each in its own process and by its own interface. Needs node and npm.</summary>
internal static class PeerRun
{
    private const string Simulator = "@cloud-copilot/iam-simulate@0.1.173";
    private const string Cedar = "@cedar-policy/cedar-wasm@4.13.0";

    /// <summary>Fetches the peers where they are missing, times them and this engine, prints the ratios.</summary>
    /// <returns>0 if all came to the same verdict.</returns>
    public static int Run(TextWriter output)
    {
        var folder = Path.Combine(Root(), "artifacts", "peers");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "package.json"), """{ "private": true }""");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Execute("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, Simulator, Cedar], "");
        }

        var documents = Fixtures.DeveloperPolicies();
        var policies = Fixtures.Compile(documents);
        var agreed = true;
        foreach (var request in Fixtures.DeveloperRequests().Take(2))
        {
            ShortRun.WarmUp(() => Evaluator.Decide(request, policies));
            var own = ShortRun.Median(() => Evaluator.Decide(request, policies));
            var isAllowed = Evaluator.Decide(request, policies).IsAllowed;
            output.WriteLine($"{request.Action} on {request.Resource}: {(isAllowed ? "allowed" : "denied")}, {own:F0} ns");
            var lines = Execute("node", [Path.Combine(AppContext.BaseDirectory, "peers.mjs"), folder], CaseOf(request, documents).ToJsonString());
            foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var peer = JsonNode.Parse(line)!;
                var verdict = peer["verdict"]!.GetValue<string>();
                var time = peer["nanoseconds"]!.GetValue<double>();
                output.WriteLine($"  {peer["peer"],-30} {verdict,-18} {time,14:N0} ns, {time / own,8:N0} times as long");
                agreed &= (verdict is "Allowed" or "allow") == isAllowed && verdict is "Allowed" or "allow" or "ExplicitlyDenied" or "ImplicitlyDenied" or "deny";
            }
        }

        return agreed ? 0 : 1;
    }

    private static JsonObject CaseOf(in AuthorizationRequest request, IReadOnlyList<string> documents)
    {
        var keys = new Dictionary<string, string>
        {
            ["aws:PrincipalArn"] = request.Principal.PrincipalArn!,
            ["aws:PrincipalTag/Team"] = "payments",
            ["aws:ResourceTag/Team"] = "payments",
            ["aws:RequestedRegion"] = "eu-west-1",
            ["aws:SourceIp"] = "203.0.113.77",
            ["aws:SecureTransport"] = "true",
            ["aws:MultiFactorAuthPresent"] = "true",
            ["aws:CurrentTime"] = "2026-03-01T12:00:00Z",
            ["aws:username"] = "alice",
        };
        var context = new JsonObject(keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Key, k.Value)));
        return new JsonObject
        {
            ["principal"] = request.Principal.Arn,
            ["action"] = request.Action,
            ["resource"] = request.Resource,
            ["account"] = request.ResourceAccount.ToString(),
            ["context"] = context,
            ["policies"] = new JsonArray([.. documents.Select(d => JsonValue.Create(d))]),
            ["cedar"] = new JsonObject
            {
                ["policies"] = CedarText.Of(documents),
                ["groups"] = new JsonArray([.. CedarText.GroupsOf(request.Action, documents).Select(g => JsonValue.Create(g))]),
                ["context"] = new JsonObject
                {
                    ["arn"] = request.Resource,
                    ["bucketTeam"] = "payments",
                    ["awsPrincipalTagTeam"] = "payments",
                    ["awsResourceTagTeam"] = "payments",
                    ["awsRequestedRegion"] = "eu-west-1",
                    ["awsSourceIp"] = JsonNode.Parse("""{ "__extn": { "fn": "ip", "arg": "203.0.113.77" } }"""),
                    ["awsMultiFactorAuthPresent"] = true,
                },
            },
        };
    }

    private static string Execute(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Claviger.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Not within the repository.");
        }

        return folder.FullName;
    }
}
