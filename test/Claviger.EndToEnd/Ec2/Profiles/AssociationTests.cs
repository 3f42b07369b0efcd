namespace Claviger.EndToEnd;

public sealed class AssociationTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    private const string Nobody = "iip-assoc-00000000000000000";

    [Fact]
    [Covers("ec2", "AssociateIamInstanceProfile", Aspect.Works | Aspect.Refuses | Aspect.Denies)]
    [Covers("ec2", "ReplaceIamInstanceProfileAssociation", Aspect.Works | Aspect.Denies)]
    [Covers("ec2", "DisassociateIamInstanceProfile", Aspect.Works)]
    [Covers("ec2", "DescribeIamInstanceProfileAssociations", Aspect.Works)]
    public async Task A_profile_is_given_replaced_and_taken_away()
    {
        var first = await account.NewProfileAsync("first");
        var second = await account.NewProfileAsync("second");
        var id = await account.RunAsync();
        var clerk = await account.Account.NewUserAsync("clerk", InstanceAccount.Policy(("ec2:*", "*", null)));
        account.AssertDenied(
            await clerk.Ec2.FailAsync("AssociateIamInstanceProfile", new { InstanceId = id, IamInstanceProfile = new { Name = "first" } }),
            "clerk",
            "iam:PassRole",
            account.Account.Arn("role/first"));
        var made = await account.Ec2.CallAsync("AssociateIamInstanceProfile", new { InstanceId = id, IamInstanceProfile = new { Name = "first" } });
        Assert.Equal((id, first, "associating"),
            (made["IamInstanceProfileAssociation.InstanceId"], made["IamInstanceProfileAssociation.IamInstanceProfile.Arn"], made["IamInstanceProfileAssociation.State"]));
        Assert.Equal(
            new SdkError("IncorrectInstanceState", 400, $"There is an existing association for instance {id}"),
            await account.Ec2.FailAsync("AssociateIamInstanceProfile", new { InstanceId = id, IamInstanceProfile = new { Name = "second" } }));
        var association = made["IamInstanceProfileAssociation.AssociationId"];
        account.AssertDenied(
            await clerk.Ec2.FailAsync(
                "ReplaceIamInstanceProfileAssociation", new { AssociationId = association, IamInstanceProfile = new { Name = "second" } }),
            "clerk",
            "iam:PassRole",
            account.Account.Arn("role/second"));
        Assert.Equal((association, "associated"), await FindAsync());

        var replaced = await account.Ec2.CallAsync(
            "ReplaceIamInstanceProfileAssociation", new { AssociationId = association, IamInstanceProfile = new { Arn = second } });
        association = replaced["IamInstanceProfileAssociation.AssociationId"];
        Assert.Equal(second, (await account.DescribeAsync(id))["IamInstanceProfile.Arn"]);
        Assert.Equal((association, "associated"), await FindAsync());
        var found = await account.Ec2.CallAsync("DescribeInstances", new { Filters = new[] { new { Name = "iam-instance-profile.arn", Values = new[] { second } } } });
        Assert.Equal([id], found.List("Reservations")[0].Texts("Instances", "InstanceId"));

        var gone = await account.Ec2.CallAsync("DisassociateIamInstanceProfile", new { AssociationId = association });
        Assert.Equal("disassociating", gone["IamInstanceProfileAssociation.State"]);
        Assert.Null((await account.DescribeAsync(id))["IamInstanceProfile.Arn"]);
        Assert.Equal((null, null), await FindAsync());

        async Task<(string?, string?)> FindAsync()
        {
            var answer = await account.Ec2.CallAsync(
                "DescribeIamInstanceProfileAssociations", new { Filters = new[] { new { Name = "instance-id", Values = new[] { id } } } });
            return answer.List("IamInstanceProfileAssociations") is [var one] ? (one["AssociationId"], one["State"]) : (null, null);
        }
    }

    [Fact]
    [Covers("ec2", "DisassociateIamInstanceProfile", Aspect.Refuses)]
    [Covers("ec2", "ReplaceIamInstanceProfileAssociation", Aspect.Refuses)]
    [Covers("ec2", "DescribeIamInstanceProfileAssociations", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        var notFound = new SdkError("InvalidAssociationID.NotFound", 400, $"An invalid association-id of '{Nobody}' was given");
        Assert.Equal(notFound, await account.Ec2.FailAsync("DisassociateIamInstanceProfile", new { AssociationId = Nobody }));
        Assert.Equal(
            notFound,
            await account.Ec2.FailAsync("ReplaceIamInstanceProfileAssociation", new { AssociationId = Nobody, IamInstanceProfile = new { Name = "none" } }));
        Assert.Equal(notFound, await account.Ec2.FailAsync("DescribeIamInstanceProfileAssociations", new { AssociationIds = new[] { Nobody } }));
        Assert.Equal(
            "InvalidAssociationID.Malformed", (await account.Ec2.FailAsync("DisassociateIamInstanceProfile", new { AssociationId = "x" })).Code);
        Assert.Equal(
            new SdkError("InvalidParameterCombination", 400, "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'"),
            await account.Ec2.FailAsync(
                "ReplaceIamInstanceProfileAssociation", new { AssociationId = Nobody, IamInstanceProfile = new { Name = "a", Arn = "b" } }));
    }
}
