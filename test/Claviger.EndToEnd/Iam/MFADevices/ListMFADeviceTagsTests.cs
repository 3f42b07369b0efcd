namespace Claviger.EndToEnd;

public sealed class ListMFADeviceTagsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListMFADeviceTags", Aspect.Works)]
    public async Task Lists_tags_by_key_in_pages()
    {
        var app = await MfaApp.NewAsync(account, "listed");
        await account.Root.Iam.CallAsync(
            "TagMFADevice", new { app.SerialNumber, Tags = new[] { new { Key = "b", Value = "2" }, new { Key = "a", Value = "1" } } });
        var first = await account.Root.Iam.CallAsync("ListMFADeviceTags", new { app.SerialNumber, MaxItems = 1 });
        Assert.Equal(["a"], first.Texts("Tags", "Key"));
        var second = await account.Root.Iam.CallAsync("ListMFADeviceTags", new { app.SerialNumber, MaxItems = 1, Marker = first["Marker"] });
        Assert.Equal(["b"], second.Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "ListMFADeviceTags", Aspect.Refuses)]
    public async Task Refuses_a_device_that_is_not_there() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, $"VirtualMFADevice with serial number {account.Arn("mfa/none")} doesn't exist."),
        await account.Root.Iam.FailAsync("ListMFADeviceTags", new { SerialNumber = account.Arn("mfa/none") }));

    [Fact, Covers("iam", "ListMFADeviceTags", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var app = await MfaApp.NewAsync(account, "target");
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:ListMFADeviceTags", app.SerialNumber), await eve.Iam.FailAsync("ListMFADeviceTags", new { app.SerialNumber }));
    }
}
