namespace Claviger.EndToEnd;

public sealed class ListMFADevicesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListMFADevices", Aspect.Works)]
    public async Task Lists_a_users_devices_in_pages()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "two" });
        foreach (var name in new[] { "b", "a" })
        {
            await account.Root.Iam.CallAsync("EnableMFADevice", (await MfaApp.NewAsync(account, name)).Enabling("two"));
        }

        var first = await account.Root.Iam.CallAsync("ListMFADevices", new { UserName = "two", MaxItems = 1 });
        Assert.Equal([account.Arn("mfa/a")], first.Texts("MFADevices", "SerialNumber"));
        var second = await account.Root.Iam.CallAsync("ListMFADevices", new { UserName = "two", MaxItems = 1, Marker = first["Marker"] });
        Assert.Equal([account.Arn("mfa/b")], second.Texts("MFADevices", "SerialNumber"));
    }

    [Fact, Covers("iam", "ListMFADevices", Aspect.Refuses)]
    public async Task Refuses_a_user_that_is_not_there() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("ListMFADevices", new { UserName = "nobody" }));

    [Fact, Covers("iam", "ListMFADevices", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListMFADevices", "user eve"), await eve.Iam.FailAsync("ListMFADevices"));
        Assert.Equal(account.Denied("eve", "iam:ListMFADevices", "user nobody"), await eve.Iam.FailAsync("ListMFADevices", new { UserName = "nobody" }));
    }
}
