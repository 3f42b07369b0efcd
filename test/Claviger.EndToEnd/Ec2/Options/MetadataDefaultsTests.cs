namespace Claviger.EndToEnd;

/// <summary>The account's defaults for metadata options, by hand: Debian's boto3 is older than these operations.</summary>
public sealed class MetadataDefaultsTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    [Fact]
    [Covers("ec2", "GetInstanceMetadataDefaults", Aspect.Works)]
    [Covers("ec2", "ModifyInstanceMetadataDefaults", Aspect.Works)]
    public async Task New_instances_begin_with_them()
    {
        Assert.Contains("<accountLevel><managedBy>account</managedBy></accountLevel>", await GetAsync(), StringComparison.Ordinal);
        var changed = await SendAsync(account.Account.Root, "ModifyInstanceMetadataDefaults", "&HttpTokens=required&HttpPutResponseHopLimit=2&InstanceMetadataTags=enabled");
        Assert.Equal(200, changed.Status);
        Assert.Contains("<return>true</return>", changed.Body, StringComparison.Ordinal);
        Assert.Contains(
            "<httpTokens>required</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit><instanceMetadataTags>enabled</instanceMetadataTags>",
            await GetAsync(),
            StringComparison.Ordinal);
        var options = await account.DescribeAsync(await account.RunAsync(("MetadataOptions", new { HttpPutResponseHopLimit = 5 })));
        Assert.Equal(("required", "5", "enabled"),
            (options["MetadataOptions.HttpTokens"], options["MetadataOptions.HttpPutResponseHopLimit"], options["MetadataOptions.InstanceMetadataTags"]));
        await SendAsync(account.Account.Root, "ModifyInstanceMetadataDefaults", "&HttpTokens=no-preference&HttpPutResponseHopLimit=-1&InstanceMetadataTags=no-preference");
        Assert.Contains("<accountLevel><managedBy>account</managedBy></accountLevel>", await GetAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Covers("ec2", "GetInstanceMetadataDefaults", Aspect.Refuses | Aspect.Denies)]
    [Covers("ec2", "ModifyInstanceMetadataDefaults", Aspect.Refuses | Aspect.Denies)]
    public async Task Refuses_and_denies()
    {
        var eve = await account.Account.NewUserAsync("defaults-eve");
        foreach (var operation in new[] { "GetInstanceMetadataDefaults", "ModifyInstanceMetadataDefaults" })
        {
            var denied = await SendAsync(eve, operation, "&DryRun=true");
            Assert.Equal(403, denied.Status);
            Assert.Contains($"is not authorized to perform: ec2:{operation} because no identity-based policy allows", denied.Body, StringComparison.Ordinal);
            var dry = await SendAsync(account.Account.Root, operation, "&DryRun=true&HttpTokens=required");
            Assert.Equal(412, dry.Status);
            Assert.Contains("<Code>DryRunOperation</Code>", dry.Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("httpTokens", await GetAsync(), StringComparison.Ordinal);
        var tooFar = await SendAsync(account.Account.Root, "ModifyInstanceMetadataDefaults", "&HttpPutResponseHopLimit=65");
        Assert.Equal(400, tooFar.Status);
        Assert.Contains("<Code>InvalidParameterValue</Code>", tooFar.Body, StringComparison.Ordinal);
    }

    private static Task<RawAnswer> SendAsync(SdkCaller caller, string operation, string more) =>
        caller.Http.FormAsync($"Action={operation}&Version=2016-11-15{more}", "ec2");

    private async Task<string> GetAsync() => (await SendAsync(account.Account.Root, "GetInstanceMetadataDefaults", "")).Body;
}
