namespace Claviger.EndToEnd;

public sealed class ListVirtualMFADevicesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListVirtualMFADevices", Aspect.Works)]
    public async Task Lists_devices_by_whether_they_are_somebodys()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "owner", Path = "/x/" });
        var busy = await MfaApp.NewForAsync(account, "owner");
        var root = await MfaApp.NewForAsync(account, account.Id);
        var free = await MfaApp.NewAsync(account, "free");
        Assert.Equal([root.SerialNumber, free.SerialNumber, busy.SerialNumber], (await ListAsync(null)).Select(it => it["SerialNumber"]));
        Assert.Equal([root.SerialNumber, free.SerialNumber, busy.SerialNumber], (await ListAsync("Any")).Select(it => it["SerialNumber"]));
        Assert.Equal([free.SerialNumber], (await ListAsync("Unassigned")).Select(it => it["SerialNumber"]));
        var assigned = await ListAsync("Assigned");
        Assert.Equal([account.Arn("root"), account.Arn("user/x/owner")], assigned.Select(it => it["User.Arn"]));
        Assert.All(assigned, it => Assert.NotNull(it["EnableDate"]));
        var page = await account.Root.Iam.CallAsync("ListVirtualMFADevices", new { MaxItems = 2 });
        page = await account.Root.Iam.CallAsync("ListVirtualMFADevices", new { MaxItems = 2, Marker = page["Marker"] });
        Assert.Equal([busy.SerialNumber], page.Texts("VirtualMFADevices", "SerialNumber"));
    }

    [Fact, Covers("iam", "ListVirtualMFADevices", Aspect.Refuses)]
    public async Task Refuses_a_status_that_there_is_not() =>
        Assert.Equal("ValidationError", (await account.Root.Iam.FailAsync("ListVirtualMFADevices", new { AssignmentStatus = "Lost" })).Code);

    [Fact, Covers("iam", "ListVirtualMFADevices", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListVirtualMFADevices", "*"), await eve.Iam.FailAsync("ListVirtualMFADevices"));
    }

    private async Task<IReadOnlyList<SdkAnswer>> ListAsync(string? status) =>
        (await account.Root.Iam.CallAsync("ListVirtualMFADevices", status is null ? new { } : new { AssignmentStatus = status })).List("VirtualMFADevices");
}
