using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class JavaScriptObjectsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    public async Task The_sdk_for_javascript_stores_streams_presigns_and_posts()
    {
        var bucket = $"js-{account.Id}";
        var user = await account.NewUserAsync("js", TestAccount.Allow("s3:CreateBucket", "s3:PutObject", "s3:GetObject", "s3:ListBucket"));

        var run = await CommandLine.NodeAsync(
            "s3_story.mjs", account.Server.Endpoint.OriginalString.TrimEnd('/'), user.Credentials!.AccessKeyId, user.Credentials.SecretAccessKey, bucket);

        Assert.True(run.ExitCode == 0, run.Errors);
        var seen = JsonNode.Parse(run.Output)!;
        Assert.Equal("""["hello","blue","NhCmhg=="]""", seen["text"]!.ToJsonString());
        Assert.Equal(12 * 1024 * 1024, (int)seen["stream"]!);
        Assert.Equal((200, "by url"), ((int)seen["put"]!, (string)seen["presigned"]!));
        Assert.Equal("""["red","STANDARD_IA"]""", seen["hoisted"]!.ToJsonString());
        Assert.Equal(400, (int)seen["copy"]!);
        Assert.Equal("""[201,"posted/note.txt"]""", seen["post"]!.ToJsonString());
        Assert.Equal(("by form", "form"), ((string)seen["posted"]!, (string)seen["postedTag"]!));
        Assert.Equal("""[400,"EntityTooLarge"]""", seen["tooLong"]!.ToJsonString());
        Assert.Equal("""[403,"AccessDenied"]""", seen["otherKey"]!.ToJsonString());
        Assert.Equal("""[403,"AccessDenied"]""", seen["extra"]!.ToJsonString());
        Assert.Equal("""[403,"SignatureDoesNotMatch"]""", seen["forged"]!.ToJsonString());
        Assert.Equal("""["posted/note.txt","presigned","stream","text é"]""", seen["keys"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
