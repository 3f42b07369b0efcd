namespace Claviger.EndToEnd;

// Through the SDK for JavaScript: Debian's boto3 does not know the call.
public sealed class GetMFADeviceTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetMFADevice", Aspect.Works)]
    public async Task Shows_a_users_device_and_by_default_the_callers_own()
    {
        var self = await account.NewUserAsync("self", TestAccount.AllowOn(account.Arn("user/${aws:username}"), "iam:GetMFADevice"));
        var app = await MfaApp.NewForAsync(account, "self");
        var shown = await account.Root.JavaScriptIam.CallAsync("GetMFADevice", new { UserName = "self", app.SerialNumber });
        var own = await self.JavaScriptIam.CallAsync("GetMFADevice", new { app.SerialNumber });
        Assert.Equal(("self", app.SerialNumber), (shown["UserName"], shown["SerialNumber"]));
        Assert.Equal(("self", app.SerialNumber), (own["UserName"], own["SerialNumber"]));
        Assert.NotNull(own["EnableDate"]);
    }

    [Fact, Covers("iam", "GetMFADevice", Aspect.Refuses)]
    public async Task Refuses_a_device_that_is_not_the_users()
    {
        var app = await MfaApp.NewAsync(account, "loose");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "MFA Device invalid for user."),
            await account.Root.JavaScriptIam.FailAsync("GetMFADevice", new { app.SerialNumber }));
    }

    [Fact, Covers("iam", "GetMFADevice", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var app = await MfaApp.NewForAsync(account, "eve");
        Assert.Equal(account.Denied("eve", "iam:GetMFADevice", "user eve"), await eve.JavaScriptIam.FailAsync("GetMFADevice", new { app.SerialNumber }));
    }
}
