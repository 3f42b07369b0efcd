using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>The metadata service, asked from inside an instance with curl.</summary>
[Collection(LabCollection.Name)]
public sealed class MetadataTests
{
    private const string Base = "http://169.254.169.254";

    private const string V1IsDenied =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*","Condition":{"NumericLessThan":{"ec2:RoleDelivery":"2.0"}}},{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*","Condition":{"NumericGreaterThanEquals":{"ec2:RoleDelivery":"2.0"},"ArnLike":{"ec2:SourceInstanceARN":"arn:aws:ec2:*:*:instance/i-*"}}}]}""";

    [Fact]
    public async Task Answers_tokens_paths_and_refusals_as_AWS_does()
    {
        await using var lab = await InstanceLab.StartAsync(LabDriver.Rootless);
        await lab.NewRoleAsync("app");
        var id = await lab.LaunchAsync("app", "not a script, but data", new { HttpTokens = "required", InstanceMetadataTags = "disabled" });
        (string Name, string Curl, string Status)[] cases =
        [
            ("a token", $"-X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600' {Base}/latest/api/token", "200"),
            ("a token for too long", $"-X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 21601' {Base}/latest/api/token", "400"),
            ("a token for no time", $"-X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 0' {Base}/latest/api/token", "400"),
            ("a token for nobody knows how long", $"-X PUT {Base}/latest/api/token", "400"),
            ("a token through a proxy", $"-X PUT -H 'X-Forwarded-For: 1.2.3.4' -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' {Base}/latest/api/token", "403"),
            ("a PUT elsewhere", $"-X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' {Base}/latest/meta-data/", "403"),
            ("another method", $"-X POST {Base}/latest/meta-data/", "405"),
            ("no token", $"{Base}/latest/meta-data/instance-id", "401"),
            ("a made-up token", $"-H 'X-aws-ec2-metadata-token: AAAA' {Base}/latest/meta-data/instance-id", "401"),
            ("a path", $"-H \"$T\" {Base}/latest/meta-data/instance-id", "200"),
            ("a path with a slash", $"-H \"$T\" {Base}/latest/meta-data/placement/availability-zone/", "200"),
            ("an older version", $"-H \"$T\" {Base}/2021-07-15/meta-data/ami-id", "200"),
            ("no version", $"-H \"$T\" {Base}/2001-01-01/meta-data/ami-id", "404"),
            ("no path", $"-H \"$T\" {Base}/latest/meta-data/nothing", "404"),
            ("tags that are off", $"-H \"$T\" {Base}/latest/meta-data/tags/instance/", "404"),
            ("another's role", $"-H \"$T\" {Base}/latest/meta-data/iam/security-credentials/other", "404"),
        ];
        var script = $"T=\"X-aws-ec2-metadata-token: $({IsolationTests.Token})\"\n"
            + string.Concat(cases.Select(it => $"curl -s -o /dev/null -w '%{{http_code}}\\n' {it.Curl}\n"));
        var answers = (await lab.OutputAsync(id, script)).Split('\n');
        Assert.Equal(cases.Select(it => $"{it.Name}: {it.Status}"), cases.Zip(answers, (it, answer) => $"{it.Name}: {answer}"));

        var texts = (await lab.OutputAsync(id, $"""
            T="X-aws-ec2-metadata-token: $({IsolationTests.Token})"
            for path in latest/meta-data/instance-id latest/meta-data/placement/region latest/user-data latest/meta-data/iam/security-credentials/; do curl -s -H "$T" {Base}/$path; echo; done
            """)).Split('\n');
        Assert.Equal([id, "us-east-1", "not a script, but data", "app"], texts);
    }

    [Fact]
    public async Task Options_tags_and_the_profile_take_effect_at_once()
    {
        await using var lab = await InstanceLab.StartAsync(LabDriver.Rootless);
        await lab.NewRoleAsync("app");
        var id = await lab.LaunchAsync("app", options: new { HttpTokens = "optional", InstanceMetadataTags = "enabled" });
        Task<string> StatusAsync(string path) => lab.OutputAsync(id, $"curl -s -o /dev/null -w '%{{http_code}}' {Base}/latest/meta-data/{path}");

        await lab.Ec2.CallAsync("CreateTags", new { Resources = new[] { id }, Tags = new[] { new { Key = "Stage", Value = "lab" } } });
        Assert.Equal("lab", await lab.OutputAsync(id, $"curl -s {Base}/latest/meta-data/tags/instance/Stage"));

        Assert.Equal("200", await StatusAsync("iam/security-credentials/app"));
        var associations = await lab.Ec2.CallAsync("DescribeIamInstanceProfileAssociations");
        await lab.Ec2.CallAsync("DisassociateIamInstanceProfile", new { AssociationId = associations.List("IamInstanceProfileAssociations")[0]["AssociationId"] });
        Assert.Equal("404", await StatusAsync("iam/security-credentials/app"));
        Assert.Equal("404", await StatusAsync("iam/"));

        await lab.Ec2.CallAsync("ModifyInstanceMetadataOptions", new { InstanceId = id, HttpTokens = "required" });
        Assert.Equal("401", await StatusAsync("instance-id"));
        await lab.Ec2.CallAsync("ModifyInstanceMetadataOptions", new { InstanceId = id, HttpEndpoint = "disabled" });
        Assert.Equal("403", await StatusAsync("instance-id"));
    }

    [Fact]
    public async Task Credentials_tell_by_which_version_they_were_delivered_and_whose_role_cannot_be_assumed()
    {
        await using var lab = await InstanceLab.StartAsync(LabDriver.Rootless);
        await lab.NewRoleAsync("app");
        await lab.Iam.CallAsync("PutRolePolicy", new { RoleName = "app", PolicyName = "delivery", PolicyDocument = V1IsDenied });
        var id = await lab.LaunchAsync("app", options: new { HttpTokens = "optional" });
        const string call = "python3 -c 'import boto3, json, sys; c = json.load(sys.stdin); k = dict(aws_access_key_id=c[\"AccessKeyId\"], aws_secret_access_key=c[\"SecretAccessKey\"], aws_session_token=c[\"Token\"]); i = boto3.client(\"iam\", **k)\nfor n in (\"list_roles\", \"list_users\"):\n  try: getattr(i, n)(); print(n)\n  except Exception as e: print(type(e).__name__)'";
        Assert.Equal("list_roles\nClientError", await lab.OutputAsync(id, $"curl -s {Base}/latest/meta-data/iam/security-credentials/app | {call}"));
        Assert.Equal("ClientError\nlist_users", await lab.OutputAsync(
            id, $"curl -s -H \"X-aws-ec2-metadata-token: $({IsolationTests.Token})\" {Base}/latest/meta-data/iam/security-credentials/app | {call}"));

        await lab.Iam.CallAsync("CreateRole", new
        {
            RoleName = "closed",
            AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        });
        await lab.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "closed" });
        await lab.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "closed", RoleName = "closed" });
        var associations = await lab.Ec2.CallAsync("DescribeIamInstanceProfileAssociations");
        await lab.Ec2.CallAsync("ReplaceIamInstanceProfileAssociation", new
        {
            AssociationId = associations.List("IamInstanceProfileAssociations")[0]["AssociationId"], IamInstanceProfile = new { Name = "closed" },
        });
        Assert.Equal("closed", await lab.OutputAsync(id, $"curl -s {Base}/latest/meta-data/iam/security-credentials/"));
        Assert.Contains("AssumeRoleUnauthorizedAccess", await lab.OutputAsync(id, $"curl -sf {Base}/latest/meta-data/iam/security-credentials/closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_identity_document_is_signed_by_the_published_certificate()
    {
        await using var lab = await InstanceLab.StartAsync(LabDriver.Rootless);
        var id = await lab.LaunchAsync(options: new { HttpTokens = "optional" });
        Task<string> GetAsync(string name) => lab.OutputAsync(id, $"curl -sf {Base}/latest/dynamic/instance-identity/{name}");
        var document = await GetAsync("document");
        Assert.Equal(id, JsonNode.Parse(document)!["instanceId"]!.GetValue<string>());
        Assert.Equal(LiveServer.AccountId, JsonNode.Parse(document)!["accountId"]!.GetValue<string>());

        using var http = new HttpClient();
        using var certificate = X509Certificate2.CreateFromPem(
            await http.GetStringAsync(new Uri(lab.Server.Endpoint, "_claviger/instance-identity.pem"), TestContext.Current.CancellationToken));
        using var key = certificate.GetRSAPublicKey()!;
        Assert.True(key.VerifyData(
            Encoding.UTF8.GetBytes(document), Convert.FromBase64String(await GetAsync("signature")), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        using var folder = new TemporaryFolder();
        var pem = folder.Write("identity.pem", certificate.ExportCertificatePem());
        foreach (var name in new[] { "pkcs7", "rsa2048" })
        {
            var message = folder.Write(name, $"-----BEGIN PKCS7-----\n{await GetAsync(name)}\n-----END PKCS7-----\n");
            var verified = await ProgramRun.OfAsync(new("openssl", ["smime", "-verify", "-in", message, "-inform", "PEM", "-certfile", pem, "-noverify", "-binary"])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            });
            Assert.Equal(document, verified.Output);
        }
    }
}
