namespace Claviger.EndToEnd;

public sealed class EnableMFADeviceTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "EnableMFADevice", Aspect.Works)]
    public async Task Makes_a_device_a_users_who_then_cannot_be_deleted()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "alice" });
        var app = await MfaApp.NewForAsync(account, "alice");
        var listed = await account.Root.Iam.CallAsync("ListMFADevices", new { UserName = "alice" });
        Assert.Equal([app.SerialNumber], listed.Texts("MFADevices", "SerialNumber"));
        Assert.Equal("alice", listed.List("MFADevices")[0]["UserName"]);
        Assert.NotNull(listed.List("MFADevices")[0]["EnableDate"]);
        Assert.Equal(
            new SdkError("DeleteConflict", 409, "Cannot delete entity, must delete MFA device first."),
            await account.Root.Iam.FailAsync("DeleteUser", new { UserName = "alice" }));
    }

    [Theory, Covers("iam", "EnableMFADevice", Aspect.Works)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(-12, -11)]
    public async Task Takes_two_codes_that_follow_each_other(int first, int second)
    {
        var name = $"follow{second}";
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = name });
        var app = await MfaApp.NewAsync(account, name);
        await account.Root.Iam.CallAsync("EnableMFADevice", Codes(app, name, app.Code(first), app.Code(second)));
    }

    [Fact, Covers("iam", "EnableMFADevice", Aspect.Works)]
    public async Task Lets_the_root_user_have_one_under_the_accounts_number()
    {
        var app = await MfaApp.NewAsync(account, "root-account-mfa-device");
        await account.Root.Iam.CallAsync("EnableMFADevice", app.Enabling(account.Id));
        Assert.Equal([app.SerialNumber], (await account.Root.Iam.CallAsync("ListMFADevices")).Texts("MFADevices", "SerialNumber"));
        Assert.Equal("1", (await account.Root.Iam.CallAsync("GetAccountSummary"))["SummaryMap.AccountMFAEnabled"]);
        await account.Root.Iam.CallAsync("DeactivateMFADevice", new { app.SerialNumber });
        Assert.Equal("0", (await account.Root.Iam.CallAsync("GetAccountSummary"))["SummaryMap.AccountMFAEnabled"]);
    }

    [Fact, Covers("iam", "EnableMFADevice", Aspect.Refuses)]
    public async Task Refuses_wrong_codes_codes_that_do_not_follow_and_codes_of_another_hour()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "wrong" });
        var app = await MfaApp.NewAsync(account, "wrong");
        foreach (var (first, second) in new[] { (app.Code(0), app.Code(0)), (app.Code(0), app.Code(-1)), (app.Code(-2), app.Code(0)), (app.Code(-121), app.Code(-120)) })
        {
            Assert.Equal(
                new SdkError("InvalidAuthenticationCode", 403, "Authentication code for device is not valid."),
                await account.Root.Iam.FailAsync("EnableMFADevice", Codes(app, "wrong", first, second)));
        }

        Assert.Empty((await account.Root.Iam.CallAsync("ListMFADevices", new { UserName = "wrong" })).List("MFADevices"));
        Assert.Equal("ValidationError", (await account.Root.Iam.FailAsync("EnableMFADevice", Codes(app, "wrong", "12345a", "1234567"))).Code);
    }

    [Fact, Covers("iam", "EnableMFADevice", Aspect.Refuses)]
    public async Task Refuses_a_device_that_is_in_use_a_ninth_one_and_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "many" });
        var apps = await Task.WhenAll(Enumerable.Range(1, 9).Select(number => MfaApp.NewAsync(account, $"many{number}")));
        await Task.WhenAll(apps.Take(8).Select(app => account.Root.Iam.CallAsync("EnableMFADevice", app.Enabling("many"))));
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for MFADevicesPerUser: 8"),
            await account.Root.Iam.FailAsync("EnableMFADevice", apps[8].Enabling("many")));
        Assert.Equal("EntityAlreadyExists", (await account.Root.Iam.FailAsync("EnableMFADevice", apps[0].Enabling("many"))).Code);
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("EnableMFADevice", apps[8].Enabling("nobody")));
    }

    [Fact, Covers("iam", "EnableMFADevice", Aspect.Refuses)]
    public async Task Takes_no_code_of_a_device_twice_even_when_it_is_enabled_anew()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "anew" });
        var app = await MfaApp.NewForAsync(account, "anew");
        await account.Root.Iam.CallAsync("DeactivateMFADevice", new { UserName = "anew", app.SerialNumber });
        Assert.Equal("InvalidAuthenticationCode", (await account.Root.Iam.FailAsync("EnableMFADevice", app.Enabling("anew"))).Code);
        await account.Root.Iam.CallAsync("EnableMFADevice", Codes(app, "anew", app.Code(-1), app.Code(0)));
    }

    [Fact, Covers("iam", "EnableMFADevice", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "target" });
        var app = await MfaApp.NewAsync(account, "target");
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:EnableMFADevice", "user target"), await eve.Iam.FailAsync("EnableMFADevice", app.Enabling("target")));
        Assert.Equal(account.Denied("eve", "iam:EnableMFADevice", "user " + account.Id), await eve.Iam.FailAsync("EnableMFADevice", app.Enabling(account.Id)));
        Assert.Empty((await account.Root.Iam.CallAsync("ListMFADevices", new { UserName = "target" })).List("MFADevices"));
    }

    private static object Codes(MfaApp app, string userName, string first, string second) => new
    {
        UserName = userName, app.SerialNumber, AuthenticationCode1 = first, AuthenticationCode2 = second,
    };
}
