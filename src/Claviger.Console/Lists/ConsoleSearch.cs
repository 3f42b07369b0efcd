using Claviger.Aws.Shapes.Ec2;
using Claviger.Aws.Shapes.Iam;
using Claviger.Aws.Shapes.S3;

namespace Claviger.Console;

/// <summary>The search over what the signed-in principal may list: services, tasks, names, ARNs, whole access key ids.</summary>
internal sealed class ConsoleSearch(PrincipalCalls aws)
{
    private const int Most = 21;
    private const int Stretch = 1000;

    private static readonly IReadOnlyList<SearchHit> Tasks =
    [
        new("Tasks", "Create user", "/iam/users/create"), new("Tasks", "Add users", "/iam/users/create"), new("Tasks", "Create group", "/iam/groups/create"),
        new("Tasks", "Create role", "/iam/roles/create"), new("Tasks", "Create policy", "/iam/policies/create"),
        new("Tasks", "Change my password", "/iam/credentials"), new("Tasks", "Create access key", "/iam/credentials"),
        new("Tasks", "Create bucket", "/s3/create"), new("Tasks", "Look up events", EventLinks.History), new("Tasks", "See denied requests", $"{EventLinks.History}?failed=yes"),
        new("Tasks", "Launch instance", "/ec2/launch"), new("Tasks", "Create key pair", "/ec2/key-pairs"),
        new("Tasks", "Set password policy", "/iam/account"), new("Tasks", "Set account alias", "/iam/account"), new("Tasks", "Connect a client", "/connect"),
    ];

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text)
    {
        if (IsAccessKeyId(text) && await OwnerAsync(text) is { } owner)
        {
            return [owner];
        }

        return
        [
            .. Services.All.Where(service => Has(service.Name, text) || Has(service.Title, text)).Select(static service => new SearchHit("Services", service.Name, service.Path, service.Says)),
            .. Tasks.Where(task => Has(task.Name, text)),
            .. await UsersAsync(text),
            .. await GroupsAsync(text),
            .. await RolesAsync(text),
            .. await PoliciesAsync(text),
            .. await BucketsAsync(text),
            .. await InstancesAsync(text),
        ];
    }

    private static bool IsAccessKeyId(string text) => text.Length is >= 16 and <= 128 && text.All(char.IsAsciiLetterOrDigit);

    private static bool Has(string? where, string text) => where?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false;

    private async Task<SearchHit?> OwnerAsync(string accessKeyId)
    {
        var answer = await aws.TryAsync(GetAccessKeyLastUsedRequest.Operation, new() { AccessKeyId = accessKeyId });
        return answer.Value?.UserName is { } name ? new SearchHit("Users", name, Links.User(name, "security"), $"owns {accessKeyId}", IsExact: true) : null;
    }

    private async Task<IEnumerable<SearchHit>> UsersAsync(string text) =>
        ((await aws.TryAsync(ListUsersRequest.Operation, new() { MaxItems = Most }, NameOf(text))).Value?.Users ?? [])
        .Where(user => Has(user.Arn, text)).Select(static user => new SearchHit("Users", user.UserName, Links.User(user.UserName), user.Arn));

    private async Task<IEnumerable<SearchHit>> GroupsAsync(string text) =>
        ((await aws.TryAsync(ListGroupsRequest.Operation, new() { MaxItems = Most }, NameOf(text))).Value?.Groups ?? [])
        .Where(group => Has(group.Arn, text)).Select(static group => new SearchHit("User groups", group.GroupName, Links.Group(group.GroupName), group.Arn));

    private async Task<IEnumerable<SearchHit>> RolesAsync(string text) =>
        ((await aws.TryAsync(ListRolesRequest.Operation, new() { MaxItems = Most }, NameOf(text))).Value?.Roles ?? [])
        .Where(role => Has(role.Arn, text)).Select(static role => new SearchHit("Roles", role.RoleName, Links.Role(role.RoleName), role.Arn));

    // The name in what may be an ARN.
    private static string NameOf(string text) => text[(text.LastIndexOfAny(['/', ':']) + 1)..];

    // Those of the region that was looked at last.
    private async Task<IEnumerable<SearchHit>> InstancesAsync(string text)
    {
        var found = (await aws.TryAsync(DescribeInstancesRequest.Operation, new())).Value?.Reservations ?? [];
        return found.SelectMany(static reservation => reservation.Instances ?? [])
            .Where(instance => Has(instance.InstanceId, text) || Has(InstanceText.NameOf(instance.Tags), text))
            .Select(instance => new SearchHit(
                "Instances", InstanceText.Title(instance), Ec2Links.Instance(aws.Region, instance.InstanceId), $"{instance.InstanceType}, {instance.State?.Name}"));
    }

    private async Task<IEnumerable<SearchHit>> PoliciesAsync(string text)
    {
        try
        {
            return PolicyFinder.Matching(await PolicyFinder.AllAsync(aws), text)
                .Take(Most).Select(static policy => new SearchHit("Policies", policy.PolicyName!, Links.Policy(policy.Arn), policy.Description));
        }
        catch (Claviger.Aws.AwsError)
        {
            // Who may not list policies finds none.
            return [];
        }
    }

    private async Task<IEnumerable<SearchHit>> BucketsAsync(string text) =>
        ((await aws.TryAsync(ListBucketsRequest.Operation, new() { MaxBuckets = Stretch })).Value?.Buckets ?? [])
        .Where(bucket => Has(bucket.BucketArn, text)).Take(Most).Select(static bucket => new SearchHit("Buckets", bucket.Name!, S3Links.Bucket(bucket.Name), bucket.BucketArn));
}
