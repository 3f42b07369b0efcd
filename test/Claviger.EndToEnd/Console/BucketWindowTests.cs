using System.Text;
using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>Buckets, objects, a policy's summary and the fixes of its findings, in a browser.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class BucketWindowTests(Chromium chromium)
{
    private const string Misspelt = """
        {
          "Statement": [
            {
              "Effect": "Allow",
              "Action": ["s3:GetObjekt", "s3:ListBucket", "ec2:Describe*"],
              "Resource": "*"
            }
          ]
        }
        """;

    [Fact]
    public async Task A_person_makes_a_bucket_uploads_looks_shares_and_deletes()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.SignInAsRootAsync();
        await page.GotoAsync("/s3");
        Assert.DoesNotContain("holiday-pictures", await window.TextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Create bucket" }).First.ClickAsync();
        await page.GetByLabel("Bucket name").FillAsync("holiday-pictures");
        await page.GetByLabel("Enable").CheckAsync();
        await PictureAsync(window, "s3-create");
        await window.LeadAsync(() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Create bucket" }).ClickAsync());
        await page.GetByText("The bucket holiday-pictures is created.").WaitForAsync();
        await PictureAsync(window, "s3-bucket-empty");

        // The script sends the files and says how far it is.
        await page.GotoAsync("/s3/upload?bucket=holiday-pictures&prefix=2026/");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(
        [
            new FilePayload { Name = "beach.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("sand") },
            new FilePayload { Name = "list.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes("<script>document.title='evil'</script>") },
        ]);
        await PictureAsync(window, "s3-upload");
        await window.LeadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync());
        await page.GetByText("2 files are uploaded").WaitForAsync();
        await PictureAsync(window, "s3-uploaded");

        await page.GotoAsync("/s3/bucket?name=holiday-pictures");
        await page.GetByRole(AriaRole.Link, new() { Name = "2026/" }).ClickAsync();
        await PictureAsync(window, "s3-objects");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download 2026/list.html" }).ClickAsync());
        Assert.Equal("list.html", download.SuggestedFilename);

        await page.GetByRole(AriaRole.Link, new() { Name = "beach.txt", Exact = true }).ClickAsync();
        await PictureAsync(window, "s3-object");
        await page.GetByRole(AriaRole.Link, new() { Name = "Share" }).ClickAsync();
        await window.PressAsync("Create presigned URL");
        Assert.Contains("X-Amz-Signature=", await window.TextAsync(), StringComparison.Ordinal);
        await PictureAsync(window, "s3-share");
        foreach (var tab in new[] { "properties", "permissions" })
        {
            await page.GotoAsync($"/s3/bucket?name=holiday-pictures&tab={tab}");
            await PictureAsync(window, $"s3-{tab}");
        }

        await page.GotoAsync("/s3/bucket?name=holiday-pictures&prefix=2026/");
        await page.GetByLabel("Choose all").CheckAsync();
        await window.PressAsync("Delete chosen");
        await PictureAsync(window, "s3-delete-objects");
        await page.GetByLabel("To confirm, type delete").FillAsync("delete");
        await window.PressAsync("Delete objects");
        await page.GetByText("2 objects are deleted.").WaitForAsync();
        await page.GotoAsync("/s3/empty?bucket=holiday-pictures");
        await page.GetByLabel("To confirm").FillAsync("permanently delete");
        await window.PressAsync("Empty");
        await page.GotoAsync("/s3/delete?bucket=holiday-pictures");
        await page.GetByLabel("To confirm").FillAsync("holiday-pictures");
        await window.PressAsync("Delete bucket");
        await page.GetByText("The bucket holiday-pictures is deleted.").WaitForAsync();
        await page.GotoAsync("/cloudtrail/events?event=CreateBucket");
        await PictureAsync(window, "events");
        await page.GetByRole(AriaRole.Link, new() { Name = "CreateBucket" }).First.ClickAsync();
        await PictureAsync(window, "event");
        await page.GotoAsync("/");
        await PictureAsync(window, "home-recent");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Findings_are_mended_where_they_are_and_a_policy_is_read_in_three_tables()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.SignInAsRootAsync();
        await page.GotoAsync("/iam/policies/create");
        await page.GetByLabel("Policy document").FillAsync(Misspelt);
        await window.PressAsync("Check now");
        await PictureAsync(window, "editor-findings");
        await window.PressAsync("Write s3:GetObject");
        Assert.Equal(Misspelt.Replace("Objekt", "Object", StringComparison.Ordinal), await page.GetByLabel("Policy document").InputValueAsync());
        await window.PressAsync("Set the Version to 2012-10-17");
        await PictureAsync(window, "editor-mended");
        await page.GetByLabel("Policy name").FillAsync("mended");
        await window.PressAsync("Create policy");
        await page.GetByText("The policy mended is created.").WaitForAsync();
        await PictureAsync(window, "summary-services");
        await page.GetByRole(AriaRole.Link, new() { Name = "Amazon S3" }).Last.ClickAsync();
        await PictureAsync(window, "summary-actions");
        await page.GetByRole(AriaRole.Link, new() { Name = "GetObject", Exact = true }).ClickAsync();
        Assert.Contains("All resources", await window.TextAsync(), StringComparison.Ordinal);
        await PictureAsync(window, "summary-resources");
        await page.GotoAsync("/iam/policy?arn=arn:aws:iam::aws:policy/AdministratorAccess");
        Assert.True((await page.ContentAsync()).Length < 100_000);
        await page.GotoAsync("/iam/policy?arn=arn:aws:iam::aws:policy/AdministratorAccess&view=json");
        await PictureAsync(window, "policy-json");
        Assert.Empty(window.Complaints);
    }

    private static async Task PictureAsync(ConsoleWindow window, string name)
    {
        await window.PictureAsync(name);
        await window.DarkPictureAsync(name);
    }
}
