using System.Globalization;
using System.Text;

namespace Claviger.Policy.Bench;

/// <summary>Principals, policies and requests to measure with. Everything is made up from a fixed seed.</summary>
internal static class Fixtures
{
    private static readonly AccountId Account = AccountId.Parse("111122223333");

    private static readonly string[] Services =
    [
        "ec2", "s3", "iam", "sts", "sqs", "sns", "dynamodb", "lambda", "logs", "cloudwatch", "rds", "kms", "ecr", "ecs", "eks", "elasticloadbalancing",
        "autoscaling", "route53", "cloudformation", "secretsmanager", "ssm", "apigateway", "states", "events", "athena", "glue", "kinesis", "firehose",
    ];

    private static readonly string[] Verbs = ["Get", "List", "Describe", "Create", "Update", "Delete", "Put", "Tag"];
    private static readonly string[] Nouns = ["Item", "Table", "Instance", "Object", "Queue", "Stream", "Group", "Policy", "Cluster", "Snapshot", "Version"];

    /// <summary>The caller of all requests.</summary>
    public static Principal Caller { get; } = Principal.RoleSession(
        "arn:aws:sts::111122223333:assumed-role/Developer/alice", "arn:aws:iam::111122223333:role/team/Developer", Account);

    /// <summary>What a request of a signed-in developer carries.</summary>
    public static RequestContext Context { get; } = new RequestContext()
        .Set("aws:PrincipalArn", "arn:aws:iam::111122223333:role/team/Developer")
        .Set("aws:PrincipalTag/Team", "payments")
        .Set("aws:ResourceTag/Team", "payments")
        .Set("aws:RequestedRegion", "eu-west-1")
        .Set("aws:SourceIp", ContextValue.Of(System.Net.IPAddress.Parse("203.0.113.77")))
        .Set("aws:SecureTransport", ContextValue.Of(true))
        .Set("aws:MultiFactorAuthPresent", ContextValue.Of(true))
        .Set("aws:CurrentTime", ContextValue.Of(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)))
        .Set("aws:username", "alice");

    /// <summary>
    /// A developer: five policies of the size of AWS's managed ones (about 6 KB each) and ten customer policies, 60 statements in all,
    /// every third with conditions.
    /// </summary>
    public static IReadOnlyList<string> DeveloperPolicies()
    {
        var random = new Random(1);
        var policies = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            policies.Add(Document(Enumerable.Range(0, 4).Select(s => Statement(random, $"Managed{i}{s}", ServicesOf(random, 6), 36, s == 3))));
        }

        for (var i = 0; i < 9; i++)
        {
            policies.Add(Document(Enumerable.Range(0, 4).Select(s => Statement(random, $"Own{i}{s}", ServicesOf(random, 2), 6, s % 2 == 1))));
        }

        policies.Add(Document(
        [
            """{"Sid":"Guard1","Effect":"Deny","NotAction":["iam:*","sts:*","s3:*","ec2:*","sqs:*","logs:*","kms:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1","eu-central-1"]}}}""",
            """{"Sid":"Guard2","Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}""",
            """{"Sid":"Guard3","Effect":"Deny","Action":["s3:Delete*","s3:PutBucketPolicy"],"Resource":"arn:aws:s3:::audit-*"}""",
            """{"Sid":"Objects","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::team-${aws:PrincipalTag/Team}/*","Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","198.51.100.0/24"]}}}""",
        ]));
        return policies;
    }

    /// <summary>The developer's ten customer policies alone.</summary>
    public static IEnumerable<string> OwnPolicies() => DeveloperPolicies().Skip(5);

    /// <summary>Requests of that developer: allowed by a wildcard, by a variable, by nobody, and denied.</summary>
    public static AuthorizationRequest[] DeveloperRequests() =>
    [
        Request("s3:GetObject", "arn:aws:s3:::team-payments/2026/03/report.csv"),
        Request("s3:DeleteObject", "arn:aws:s3:::audit-log/x"),
        Request("ec2:DescribeInstances", "*"),
        Request("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"),
        Request("lambda:CreateFunction", "arn:aws:lambda:eu-west-1:111122223333:function:pay"),
        Request("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
        Request("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:queue"),
        Request("iam:ListUsers", "arn:aws:iam::111122223333:user/"),
    ];

    /// <summary>Ten thousand statements over two hundred services, with the developer's policies among them.</summary>
    public static IReadOnlyList<string> ManyPolicies()
    {
        var random = new Random(2);
        var names = Enumerable.Range(0, 200 - Services.Length).Select(i => $"service{i}").Concat(Services).ToArray();
        var statements = Enumerable.Range(0, 10_000 - 60).Select(i =>
        {
            var service = names[i % names.Length];
            return $$"""{"Sid":"S{{i}}","Effect":"Allow","Action":["{{service}}:{{Pick(random, Verbs)}}{{Pick(random, Nouns)}}{{i}}","{{service}}:{{Pick(random, Verbs)}}Special{{i}}*"],"Resource":"arn:aws:{{service}}:*:111122223333:thing/{{i}}/*"}""";
        });
        return [.. DeveloperPolicies(), Document(statements)];
    }

    /// <summary>Statements that all cover the action and resource and fail on the last of three conditions.</summary>
    public static IReadOnlyList<string> WorstPolicies(int count) =>
    [
        Document(Enumerable.Range(0, count).Select(i =>
            $$"""{"Sid":"W{{i}}","Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::*","Condition":{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/team/*"},"Bool":{"aws:SecureTransport":"true"},"StringEquals":{"aws:PrincipalTag/Team":"nobody{{i}}"} } }""")),
    ];

    /// <summary>Policies compiled as a caller's own.</summary>
    public static ApplicablePolicies Compile(IReadOnlyList<string> policies) => new()
    {
        Identity = PolicySet.Compile(
            PolicyKind.Identity, [.. policies.Select((p, i) => new PolicySource(i.ToString(CultureInfo.InvariantCulture), null, PolicyDocument.Load(p)))]),
    };

    /// <summary>A request in the caller's own account.</summary>
    public static AuthorizationRequest Request(string action, string resource) => new(Caller, action, resource, Account, Context);

    private static string Document(IEnumerable<string> statements) =>
        new StringBuilder("""{"Version":"2012-10-17","Statement":[""").AppendJoin(",", statements).Append("]}").ToString();

    private static string Statement(Random random, string sid, string[] services, int actions, bool conditions)
    {
        var names = Enumerable.Range(0, actions).Select(i =>
            $"\"{Pick(random, services)}:{Pick(random, Verbs)}{(i % 3 == 0 ? "*" : Pick(random, Nouns) + (i % 3 == 1 ? "" : "Config*"))}\"");
        var resources = string.Join(',', services.Select(s => $"\"arn:aws:{s}:*:111122223333:*\""));
        var condition = conditions
            ? ""","Condition":{"StringEquals":{"aws:ResourceTag/Team":"${aws:PrincipalTag/Team}"},"StringLike":{"aws:RequestedRegion":"eu-*"}}"""
            : "";
        return $$"""{"Sid":"{{sid}}","Effect":"Allow","Action":[{{string.Join(',', names)}}],"Resource":[{{resources}}]{{condition}}}""";
    }

    private static string[] ServicesOf(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Pick(random, Services))];

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
