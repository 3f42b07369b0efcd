namespace Claviger.EndToEnd;

public sealed class CreateVirtualMFADeviceTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateVirtualMFADevice", Aspect.Works)]
    public async Task Shows_the_seed_once_as_text_and_as_a_picture()
    {
        var made = await account.Root.Iam.CallAsync(
            "CreateVirtualMFADevice", new { VirtualMFADeviceName = "phone", Path = "/staff/", Tags = new[] { new { Key = "a", Value = "1" } } });
        Assert.Equal(account.Arn("mfa/staff/phone"), made["VirtualMFADevice.SerialNumber"]);
        Assert.Equal("a", made.List("VirtualMFADevice.Tags")[0]["Key"]);
        var seed = System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(made["VirtualMFADevice.Base32StringSeed"]!));
        Assert.Matches("^[A-Z2-7]{64}$", seed);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Convert.FromBase64String(made["VirtualMFADevice.QRCodePNG"]!).Take(4));
        var listed = (await account.Root.Iam.CallAsync("ListVirtualMFADevices")).List("VirtualMFADevices").Single(it => it["SerialNumber"] == account.Arn("mfa/staff/phone"));
        Assert.Null(listed["Base32StringSeed"]);
        Assert.Null(listed["EnableDate"]);
    }

    [Fact, Covers("iam", "CreateVirtualMFADevice", Aspect.Refuses)]
    public async Task Refuses_a_name_that_is_taken_whatever_its_case_and_a_path_without_slashes()
    {
        await MfaApp.NewAsync(account, "Taken");
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "MFADevice entity at the same path and name already exists."),
            await account.Root.Iam.FailAsync("CreateVirtualMFADevice", new { VirtualMFADeviceName = "taken" }));
        Assert.Equal("ValidationError", (await account.Root.Iam.FailAsync("CreateVirtualMFADevice", new { VirtualMFADeviceName = "x", Path = "x" })).Code);
    }

    [Fact, Covers("iam", "CreateVirtualMFADevice", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_and_allowed_for_a_device_of_ones_own_name()
    {
        var own = await account.NewUserAsync("own", TestAccount.AllowOn(account.Arn("mfa/${aws:username}"), "iam:CreateVirtualMFADevice"));
        await own.Iam.CallAsync("CreateVirtualMFADevice", new { VirtualMFADeviceName = "own" });
        Assert.Equal(
            account.Denied("own", "iam:CreateVirtualMFADevice", account.Arn("mfa/other")),
            await own.Iam.FailAsync("CreateVirtualMFADevice", new { VirtualMFADeviceName = "other" }));
        Assert.DoesNotContain(account.Arn("mfa/other"), (await account.Root.Iam.CallAsync("ListVirtualMFADevices")).Texts("VirtualMFADevices", "SerialNumber"));
    }
}
