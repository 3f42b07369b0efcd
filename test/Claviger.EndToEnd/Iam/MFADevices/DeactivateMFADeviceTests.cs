namespace Claviger.EndToEnd;

public sealed class DeactivateMFADeviceTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeactivateMFADevice", Aspect.Works)]
    public async Task Leaves_a_device_that_is_nobodys_and_codes_that_count_no_more()
    {
        var user = await account.NewUserAsync("user", TestAccount.AllowOn(account.Arn("user/${aws:username}"), "iam:DeactivateMFADevice"));
        var app = await MfaApp.NewForAsync(account, "user");
        await user.Iam.CallAsync("DeactivateMFADevice", new { app.SerialNumber });
        Assert.Empty((await account.Root.Iam.CallAsync("ListMFADevices", new { UserName = "user" })).List("MFADevices"));
        Assert.Contains(
            app.SerialNumber,
            (await account.Root.Iam.CallAsync("ListVirtualMFADevices", new { AssignmentStatus = "Unassigned" })).Texts("VirtualMFADevices", "SerialNumber"));
        Assert.Equal("AccessDenied", (await user.Sts.FailAsync("GetSessionToken", new { app.SerialNumber, TokenCode = app.Code() })).Code);
    }

    [Fact, Covers("iam", "DeactivateMFADevice", Aspect.Refuses)]
    public async Task Refuses_a_device_that_is_not_the_users()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        var app = await MfaApp.NewAsync(account, "loose");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "MFA Device invalid for user."),
            await account.Root.Iam.FailAsync("DeactivateMFADevice", new { UserName = "bare", app.SerialNumber }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "MFA Device invalid for user."), await account.Root.Iam.FailAsync("DeactivateMFADevice", new { app.SerialNumber }));
    }

    [Fact, Covers("iam", "DeactivateMFADevice", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var app = await MfaApp.NewForAsync(account, "eve");
        Assert.Equal(account.Denied("eve", "iam:DeactivateMFADevice", "user eve"), await eve.Iam.FailAsync("DeactivateMFADevice", new { app.SerialNumber }));
        Assert.Single((await account.Root.Iam.CallAsync("ListMFADevices", new { UserName = "eve" })).List("MFADevices"));
    }
}
