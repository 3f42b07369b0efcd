namespace Claviger.EndToEnd;

public sealed class GetInstanceProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetInstanceProfile", Aspect.Works)]
    public async Task Shows_the_role_in_the_profile()
    {
        var arn = await account.NewRoleAsync("role");
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "works" });
        await account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "works", RoleName = "role" });
        var got = await account.Root.Iam.CallAsync("GetInstanceProfile", new { InstanceProfileName = "works" });
        var role = got.List("InstanceProfile.Roles").Single();
        Assert.Equal(arn, role["Arn"]);
        Assert.Equal("2012-10-17", role["AssumeRolePolicyDocument.Version"]);
    }

    [Fact, Covers("iam", "GetInstanceProfile", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "Instance Profile nobody cannot be found."),
        await account.Root.Iam.FailAsync("GetInstanceProfile", new { InstanceProfileName = "nobody" }));

    [Fact, Covers("iam", "GetInstanceProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:GetInstanceProfile", "instance profile any"),
            await eve.Iam.FailAsync("GetInstanceProfile", new { InstanceProfileName = "any" }));
    }
}
