namespace Claviger.EndToEnd;

public sealed class UntagMFADeviceTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UntagMFADevice", Aspect.Works)]
    public async Task Takes_off_keys_and_passes_over_others()
    {
        var app = await MfaApp.NewAsync(account, "untagged");
        await account.Root.Iam.CallAsync("TagMFADevice", new { app.SerialNumber, Tags = new[] { new { Key = "team", Value = "red" }, new { Key = "stays", Value = "" } } });
        await account.Root.Iam.CallAsync("UntagMFADevice", new { app.SerialNumber, TagKeys = new[] { "TEAM", "none" } });
        Assert.Equal(["stays"], (await account.Root.Iam.CallAsync("ListMFADeviceTags", new { app.SerialNumber })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "UntagMFADevice", Aspect.Refuses)]
    public async Task Refuses_a_device_that_is_not_there() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, $"VirtualMFADevice with serial number {account.Arn("mfa/none")} doesn't exist."),
        await account.Root.Iam.FailAsync("UntagMFADevice", new { SerialNumber = account.Arn("mfa/none"), TagKeys = new[] { "TEAM", "none" } }));

    [Fact, Covers("iam", "UntagMFADevice", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var app = await MfaApp.NewAsync(account, "target");
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:UntagMFADevice", app.SerialNumber), await eve.Iam.FailAsync("UntagMFADevice", new { app.SerialNumber, TagKeys = new[] { "TEAM", "none" } }));
    }
}
