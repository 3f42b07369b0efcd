namespace Claviger.EndToEnd;

public sealed class TagMFADeviceTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "TagMFADevice", Aspect.Works)]
    public async Task Puts_a_tag_over_the_one_with_the_same_key()
    {
        var app = await MfaApp.NewAsync(account, "tagged");
        await account.Root.Iam.CallAsync("TagMFADevice", new { app.SerialNumber, Tags = new[] { new { Key = "Team", Value = "blue" } } });
        await account.Root.Iam.CallAsync("TagMFADevice", new { app.SerialNumber, Tags = new[] { new { Key = "team", Value = "red" } } });
        var tags = await account.Root.Iam.CallAsync("ListMFADeviceTags", new { app.SerialNumber });
        Assert.Equal(["team=red"], tags.List("Tags").Select(tag => $"{tag["Key"]}={tag["Value"]}"));
    }

    [Fact, Covers("iam", "TagMFADevice", Aspect.Refuses)]
    public async Task Refuses_a_device_that_is_not_there() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, $"VirtualMFADevice with serial number {account.Arn("mfa/none")} doesn't exist."),
        await account.Root.Iam.FailAsync("TagMFADevice", new { SerialNumber = account.Arn("mfa/none"), Tags = new[] { new { Key = "team", Value = "red" } } }));

    [Fact, Covers("iam", "TagMFADevice", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var app = await MfaApp.NewAsync(account, "target");
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:TagMFADevice", app.SerialNumber), await eve.Iam.FailAsync("TagMFADevice", new { app.SerialNumber, Tags = new[] { new { Key = "team", Value = "red" } } }));
    }
}
