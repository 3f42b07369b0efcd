namespace Claviger.Catalogue.Tests;

public sealed class ServiceReferenceTests
{
    [Fact]
    public void Holds_every_service_with_its_actions()
    {
        Assert.Equal(456, ServiceReference.Services.Length);
        Assert.Equal(22091, ServiceReference.Services.Sum(s => s.Actions.Length));
        Assert.Equal(2334, ServiceReference.Services.Sum(s => s.ResourceTypes.Length));
        Assert.Equal(2578, ServiceReference.Services.Sum(s => s.ConditionKeys.Length));
    }

    [Theory]
    [InlineData("iam:CreateUser", AccessLevel.Write)]
    [InlineData("IAM:createuser", AccessLevel.Write)]
    [InlineData("iam:ListUsers", AccessLevel.List)]
    [InlineData("iam:GetUser", AccessLevel.Read)]
    [InlineData("iam:TagUser", AccessLevel.Tagging)]
    [InlineData("iam:AttachUserPolicy", AccessLevel.PermissionsManagement)]
    [InlineData("s3:GetObject", AccessLevel.Read)]
    [InlineData("s3:PutBucketPolicy", AccessLevel.PermissionsManagement)]
    [InlineData("sts:AssumeRole", AccessLevel.Write)]
    [InlineData("ec2:DescribeInstances", AccessLevel.List)]
    public void Finds_an_action_without_regard_to_case(string action, AccessLevel level)
    {
        Assert.True(ServiceReference.TryFindAction(action, out var found));
        Assert.Equal(action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..], found.Name, ignoreCase: true);
        Assert.Equal(level, found.AccessLevel);
    }

    [Theory]
    [InlineData("iam:CreateUsr")]
    [InlineData("nosuchservice:CreateUser")]
    [InlineData("CreateUser")]
    [InlineData(":CreateUser")]
    [InlineData("iam:")]
    [InlineData("")]
    public void Finds_nothing_that_AWS_does_not_define(string action)
    {
        Assert.False(ServiceReference.TryFindAction(action, out var found));
        Assert.Null(found);
    }

    [Fact]
    public void Knows_what_an_action_works_on_and_under_which_keys()
    {
        Assert.True(ServiceReference.TryFindAction("iam:PassRole", out var passRole));
        var role = Assert.Single(passRole.ResourceTypes);
        Assert.Equal("role", role.ResourceType.Name);
        Assert.True(role.IsRequired);
        Assert.Equal("arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}", role.ResourceType.ArnPattern);
        Assert.Equal(["iam:AssociatedResourceArn", "iam:PassedToService"], passRole.ConditionKeys);

        Assert.True(ServiceReference.TryFindAction("iam:ListUsers", out var listUsers));
        Assert.Empty(listUsers.ResourceTypes);
    }

    [Theory]
    [InlineData("iam", "iam:PassedToService", "iam:PassedToService", ConditionKeyType.String, false)]
    [InlineData("iam", "IAM:POLICYARN", "iam:PolicyARN", ConditionKeyType.Arn, false)]
    [InlineData("iam", "iam:ResourceTag/Team", "iam:ResourceTag/${TagKey}", ConditionKeyType.String, false)]
    [InlineData("iam", "aws:TagKeys", "aws:TagKeys", ConditionKeyType.String, true)]
    [InlineData("s3", "s3:ExistingObjectTag/a/b", "s3:ExistingObjectTag/${TagKey}", ConditionKeyType.String, false)]
    [InlineData("codebuild", "codebuild:fileSystemLocations/x.y.type", "codebuild:fileSystemLocations/${identifier}.type", ConditionKeyType.String, false)]
    public void Finds_a_condition_key_of_a_service_without_regard_to_case(string prefix, string key, string name, ConditionKeyType type, bool isMultivalued)
    {
        Assert.True(ServiceReference.TryFind(prefix, out var service));
        Assert.True(service.TryFindConditionKey(key, out var found));
        Assert.Equal((name, type, isMultivalued), (found.Name, found.Type, found.IsMultivalued));
    }

    [Theory]
    [InlineData("iam:ResourceTag/")]
    [InlineData("iam:ResourceTag")]
    [InlineData("iam:Passed")]
    public void Finds_no_condition_key_that_is_not_one(string key)
    {
        Assert.True(ServiceReference.TryFind("iam", out var service));
        Assert.False(service.TryFindConditionKey(key, out _));
    }

    [Theory]
    [InlineData("aws:SourceIp", ConditionKeyType.IPAddress, false)]
    [InlineData("aws:sourceip", ConditionKeyType.IPAddress, false)]
    [InlineData("aws:CurrentTime", ConditionKeyType.Date, false)]
    [InlineData("aws:EpochTime", ConditionKeyType.Date, false)]
    [InlineData("aws:MultiFactorAuthPresent", ConditionKeyType.Bool, false)]
    [InlineData("aws:MultiFactorAuthAge", ConditionKeyType.Numeric, false)]
    [InlineData("aws:PrincipalArn", ConditionKeyType.Arn, false)]
    [InlineData("aws:PrincipalTag/team", ConditionKeyType.String, false)]
    [InlineData("aws:PrincipalOrgPaths", ConditionKeyType.String, true)]
    [InlineData("aws:CalledVia", ConditionKeyType.String, true)]
    public void Finds_a_global_condition_key(string key, ConditionKeyType type, bool isMultivalued)
    {
        Assert.True(ServiceReference.TryFindGlobalConditionKey(key, out var found));
        Assert.Equal((type, isMultivalued), (found.Type, found.IsMultivalued));
    }

    [Fact]
    public void Global_condition_keys_are_all_that_AWS_lists_and_in_order()
    {
        var names = ServiceReference.GlobalConditionKeys.Select(k => k.Name).ToList();
        Assert.Equal(59, names.Count);
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }
}
