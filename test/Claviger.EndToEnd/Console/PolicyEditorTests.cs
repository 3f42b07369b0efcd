using System.Net;

namespace Claviger.EndToEnd;

/// <summary>The policy editor without a script: its buttons are posted, and save nothing.</summary>
public sealed class PolicyEditorTests(ConsoleServer server) : IClassFixture<ConsoleServer>
{
    private const string Misspelt = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObjekt","Resource":"*"}}""";

    [Fact]
    public async Task A_fix_is_applied_to_the_text_that_was_posted_and_the_policy_is_not_saved()
    {
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        var page = await TextAsync(root, [("name", "mended"), ("document", Misspelt), ("do", "check")]);
        var fix = page.Split("value=\"fix INVALID_ACTION ")[1].Split('"')[0];
        page = await TextAsync(root, [("name", "mended"), ("document", Misspelt), ("do", $"fix INVALID_ACTION {fix}")]);
        Assert.Contains(Misspelt.Replace("Objekt", "Object", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.Contains("Mended in the text, not saved yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("policy/mended", await root.TextAsync("/iam/policies?type=Local"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/iam/policies/create", "create-policy")]
    [InlineData("/iam/inline?user=reader", "inline")]
    [InlineData("/iam/role?name=r&tab=trust", "trust")]
    [InlineData("/iam/roles/create", "create-role")]
    public async Task A_button_of_the_editor_never_saves(string address, string form)
    {
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        foreach (var button in new[] { "check", "fix INVALID_ACTION 1 1", "fix nothing" })
        {
            using var answer = await root.PostAsync(address, form, [("name", "never"), ("policy-name", "never"), ("kind", "custom"), ("step", "0"), ("document", Misspelt), ("do", button)]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("s3:GetObjekt", WebUtility.HtmlDecode(await ConsoleHttp.TextAsync(answer)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_inline_policy_is_summed_up_in_tables_that_lead_to_one_another()
    {
        var http = new RawHttp(server.Server.Endpoint, LiveServer.RootKey);
        await http.FormAsync($"Action=PutUserPolicy&Version=2010-05-08&UserName=reader&PolicyName=own&PolicyDocument={Uri.EscapeDataString(Misspelt.Replace("Objekt", "Object", StringComparison.Ordinal).Replace("\"*\"", "\"arn:aws:s3:::b/*\"", StringComparison.Ordinal))}");
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        var services = WebUtility.HtmlDecode(await root.TextAsync("/iam/inline?user=reader&policy=own"));
        Assert.Contains("Limited: Read", services, StringComparison.Ordinal);
        var address = services.Split("<a href=\"/iam/inline?user=reader&policy=own&service=s3")[1].Split('"')[0];
        var actions = WebUtility.HtmlDecode(await root.TextAsync($"/iam/inline?user=reader&policy=own&service=s3{address}"));
        Assert.Contains(">GetObject</a>", actions, StringComparison.Ordinal);
        Assert.Contains("<td>b/*</td>", WebUtility.HtmlDecode(await root.TextAsync($"/iam/inline?user=reader&policy=own&service=s3{address}&action=GetObject")), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(ConsoleHttp visitor, IEnumerable<(string, string)> fields) =>
        WebUtility.HtmlDecode(await ConsoleHttp.TextAsync(await visitor.PostAsync("/iam/policies/create", "create-policy", fields)));
}
