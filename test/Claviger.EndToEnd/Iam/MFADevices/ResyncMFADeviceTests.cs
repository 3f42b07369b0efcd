namespace Claviger.EndToEnd;

public sealed class ResyncMFADeviceTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ResyncMFADevice", Aspect.Works)]
    public async Task Learns_of_a_clock_that_is_minutes_off()
    {
        var slow = await account.NewUserAsync("slow");
        var app = await MfaApp.NewForAsync(account, "slow");
        Assert.Equal("AccessDenied", (await slow.Sts.FailAsync("GetSessionToken", new { app.SerialNumber, TokenCode = app.Code(10) })).Code);
        await account.Root.Iam.CallAsync(
            "ResyncMFADevice", new { UserName = "slow", app.SerialNumber, AuthenticationCode1 = app.Code(8), AuthenticationCode2 = app.Code(9) });
        await slow.Sts.CallAsync("GetSessionToken", new { app.SerialNumber, TokenCode = app.Code(10) });
    }

    [Fact, Covers("iam", "ResyncMFADevice", Aspect.Refuses)]
    public async Task Refuses_wrong_codes_and_devices_of_others()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "mine" });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "yours" });
        var app = await MfaApp.NewForAsync(account, "mine");
        Assert.Equal(
            new SdkError("InvalidAuthenticationCode", 403, "Authentication code for device is not valid."),
            await account.Root.Iam.FailAsync(
                "ResyncMFADevice", new { UserName = "mine", app.SerialNumber, AuthenticationCode1 = app.Code(1), AuthenticationCode2 = app.Code(0) }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "MFA Device invalid for user."),
            await account.Root.Iam.FailAsync(
                "ResyncMFADevice", new { UserName = "yours", app.SerialNumber, AuthenticationCode1 = app.Code(0), AuthenticationCode2 = app.Code(1) }));
    }

    [Fact, Covers("iam", "ResyncMFADevice", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var app = await MfaApp.NewForAsync(account, "eve");
        Assert.Equal(
            account.Denied("eve", "iam:ResyncMFADevice", "user eve"),
            await eve.Iam.FailAsync(
                "ResyncMFADevice", new { UserName = "eve", app.SerialNumber, AuthenticationCode1 = app.Code(0), AuthenticationCode2 = app.Code(1) }));
    }
}
