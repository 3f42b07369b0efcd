using System.Text;

namespace Claviger.EndToEnd;

public sealed class GetCredentialReportTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetCredentialReport", Aspect.Works | Aspect.Refuses), Covers("iam", "GenerateCredentialReport", Aspect.Works)]
    public async Task Shows_the_credentials_of_the_root_user_and_of_every_user()
    {
        Assert.Equal(
            new SdkError("ReportNotPresent", 410, "No report exists. Call GenerateCredentialReport to create a report."),
            await account.Root.Iam.FailAsync("GetCredentialReport"));
        await account.NewUserAsync("keyed");
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "com,ma" });
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = "com,ma", Password = "Long-enough-1" });
        await MfaApp.NewForAsync(account, "keyed");
        Assert.Equal("COMPLETE", (await account.Root.Iam.CallAsync("GenerateCredentialReport"))["State"]);
        var report = await account.Root.Iam.CallAsync("GetCredentialReport");
        Assert.Equal("text/csv", report["ReportFormat"]);
        var lines = Encoding.UTF8.GetString(Convert.FromBase64String(report["Content"]!)).Split('\n');
        Assert.Equal(
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
            + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
            + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated",
            lines[0]);
        Assert.StartsWith($"<root_account>,{account.Arn("root")},", lines[1], StringComparison.Ordinal);
        Assert.Contains(",not_supported,no_information,not_supported,not_supported,false,true,", lines[1], StringComparison.Ordinal);
        Assert.Matches(@"^""com,ma"",""arn:aws:iam::\d+:user/com,ma"",[\d-]+T[\d:]+\+00:00,true,no_information,[\d-]+T[\d:]+\+00:00,N/A,false,false,N/A,", LineOf("\"com,ma"));
        Assert.Matches(@"^keyed,.*,false,N/A,N/A,N/A,true,true,[\d-]+T[\d:]+\+00:00,.*,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A$", LineOf("keyed"));

        string LineOf(string user) => lines.Single(line => line.StartsWith(user, StringComparison.Ordinal));
    }

    [Fact, Covers("iam", "GetCredentialReport", Aspect.Denies), Covers("iam", "GenerateCredentialReport", Aspect.Denies | Aspect.Refuses)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:GenerateCredentialReport", "*"), await eve.Iam.FailAsync("GenerateCredentialReport"));
        Assert.Equal(account.Denied("eve", "iam:GetCredentialReport", "*"), await eve.Iam.FailAsync("GetCredentialReport"));
    }
}
