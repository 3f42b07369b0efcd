namespace Claviger.EndToEnd;

public sealed class DeleteVirtualMFADeviceTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteVirtualMFADevice", Aspect.Works)]
    public async Task Deletes_a_device_whose_name_is_then_free()
    {
        var app = await MfaApp.NewAsync(account, "gone");
        await account.Root.Iam.CallAsync("DeleteVirtualMFADevice", new { app.SerialNumber });
        Assert.DoesNotContain(app.SerialNumber, (await account.Root.Iam.CallAsync("ListVirtualMFADevices")).Texts("VirtualMFADevices", "SerialNumber"));
        await MfaApp.NewAsync(account, "gone");
    }

    [Fact, Covers("iam", "DeleteVirtualMFADevice", Aspect.Refuses)]
    public async Task Refuses_a_device_in_use_and_one_that_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "busy" });
        var app = await MfaApp.NewForAsync(account, "busy");
        Assert.Equal(
            new SdkError("DeleteConflict", 409, "MFA VirtualDevice in use. Must deactivate first."),
            await account.Root.Iam.FailAsync("DeleteVirtualMFADevice", new { app.SerialNumber }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"VirtualMFADevice with serial number {account.Arn("mfa/none")} doesn't exist."),
            await account.Root.Iam.FailAsync("DeleteVirtualMFADevice", new { SerialNumber = account.Arn("mfa/none") }));
    }

    [Fact, Covers("iam", "DeleteVirtualMFADevice", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_and_for_any_other_spelling()
    {
        var app = await MfaApp.NewAsync(account, "Target");
        var eve = await account.NewUserAsync("eve", TestAccount.AllowOn(account.Arn("mfa/target"), "iam:DeleteVirtualMFADevice"));
        Assert.Equal(
            account.Denied("eve", "iam:DeleteVirtualMFADevice", app.SerialNumber), await eve.Iam.FailAsync("DeleteVirtualMFADevice", new { app.SerialNumber }));
        Assert.Equal("NoSuchEntity", (await eve.Iam.FailAsync("DeleteVirtualMFADevice", new { SerialNumber = account.Arn("mfa/target") })).Code);
        Assert.Contains(app.SerialNumber, (await account.Root.Iam.CallAsync("ListVirtualMFADevices")).Texts("VirtualMFADevices", "SerialNumber"));
    }
}
