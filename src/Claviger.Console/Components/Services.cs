using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>The services that the console has pages for, with their menus.</summary>
internal static class Services
{
    public static readonly IReadOnlyList<ServicePart> All =
    [
        new("IAM", "Identity and Access Management (IAM)", "/iam", "Who may do what: users, groups, roles, policies")
        {
            Groups =
            [
                new(null, [new("Dashboard", "/iam")]),
                new("Access management",
                [
                    new("User groups", "/iam/groups") { Under = ["/iam/group", "/iam/groups"] },
                    new("Users", "/iam/users") { Under = ["/iam/user", "/iam/users"] },
                    new("Roles", "/iam/roles") { Under = ["/iam/role", "/iam/roles"] },
                    new("Policies", "/iam/policies") { Under = ["/iam/policy", "/iam/policies"] },
                    new("Account settings", "/iam/account"),
                ]),
                new("My account", [new("Security credentials", "/iam/credentials")]),
            ],
        },
        new("EC2", "Elastic Compute Cloud (EC2)", "/ec2", "Instances with roles of their own: launch, connect, stop")
        {
            IsRegional = true,
            Groups =
            [
                new(null, [new("EC2 Dashboard", "/ec2"), new("Regions", "/ec2/regions")]),
                new("Instances", [new("Instances", "/ec2/instances") { Under = ["/ec2/instance", "/ec2/terminate", "/ec2/connect", "/ec2/launched"] }, new("Launch instances", "/ec2/launch")]),
                new("Images", [new("AMIs", "/ec2/images")]),
                new("Network & security", [new("Security groups", "/ec2/security-groups"), new("Key pairs", "/ec2/key-pairs"), new("VPCs and subnets", "/ec2/vpcs")]),
                new("Elastic Block Store", [new("Volumes", "/ec2/volumes")]),
            ],
        },
        new("S3", "Amazon S3", S3Links.Buckets, "What is stored: buckets and the objects in them")
        {
            Groups = [new(null, [new("Buckets", S3Links.Buckets) { Under = ["/s3"] }, new("Create bucket", "/s3/create")])],
        },
        new("CloudTrail", "CloudTrail", EventLinks.History, "What was done: the request log of the account")
        {
            Groups = [new(null, [new("Event history", EventLinks.History) { Under = ["/cloudtrail/event"] }])],
        },
    ];

    /// <summary>The service that a page belongs to; null for pages of none.</summary>
    public static ServicePart? PartOf(PathString path) =>
        All.FirstOrDefault(part => path.StartsWithSegments(part.Path[..(part.Path.IndexOf('/', 1) is > 0 and var end ? end : part.Path.Length)], StringComparison.Ordinal));
}
