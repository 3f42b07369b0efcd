using Claviger.Aws;

namespace Claviger.EndToEnd;

public sealed class GateTests(TestAccount account) : IClassFixture<TestAccount>
{
    public static IEnumerable<TheoryDataRow<string>> Services => [new("iam"), new("sts")];

    [Theory, MemberData(nameof(Services))]
    public async Task No_operation_passes_unsigned_but_those_that_AWS_takes_so(string service)
    {
        var passed = new List<string>();
        foreach (var operation in Model(service).Operations.Where(operation => !operation.IsUnsigned))
        {
            var answer = await account.Server.Anonymous.Http.SendAsync(Request(operation));
            if (answer is not { Status: 403 } || answer.Error.Code != "MissingAuthenticationToken")
            {
                passed.Add($"{operation}: {answer.Status} {answer.Body}");
            }
        }

        Assert.Empty(passed);
    }

    [Theory, MemberData(nameof(Services))]
    public async Task No_operation_passes_with_a_wrong_secret(string service)
    {
        var forger = account.As(account.Root.Credentials! with { SecretAccessKey = "not/the+secret" });
        var passed = new List<string>();
        foreach (var operation in Model(service).Operations.Where(operation => !operation.IsUnsigned))
        {
            var answer = await forger.Http.SendAsync(forger.Http.Sign(Request(operation), service));
            if (answer is not { Status: 403 } || answer.Error.Code != "SignatureDoesNotMatch")
            {
                passed.Add($"{operation}: {answer.Status} {answer.Body}");
            }
        }

        Assert.Empty(passed);
    }

    [Theory, MemberData(nameof(Services))]
    public async Task No_operation_passes_for_a_user_without_permission_but_those_that_AWS_grants_everybody(string service)
    {
        var nobody = await account.NewUserAsync($"nobody-{service}");
        string[] granted = ["GetCallerIdentity", "GetSessionToken"];
        var passed = new List<string>();
        foreach (var operation in Model(service).Operations.Where(operation => !operation.IsUnsigned && !granted.Contains(operation.Name)))
        {
            var answer = await nobody.Http.SendAsync(nobody.Http.Sign(Request(operation), service));
            if (answer.Status is 200 || answer.Error.Code is not ("AccessDenied" or "ValidationError" or "InvalidInput"))
            {
                passed.Add($"{operation}: {answer.Status} {answer.Body}");
            }
        }

        Assert.Empty(passed);
    }

    [Fact]
    public async Task An_unknown_operation_or_version_is_refused()
    {
        var http = account.Root.Http;
        Assert.Equal(("InvalidAction", 400), CodeOf(await http.FormAsync("Action=DeleteEverything&Version=2010-05-08")));
        Assert.Equal(("InvalidAction", 400), CodeOf(await http.FormAsync("Action=ListUsers&Version=1999-01-01")));
        Assert.NotEqual(200, (await http.FormAsync("Version=2010-05-08")).Status);
    }

    [Fact]
    public async Task Who_may_not_ask_does_not_learn_what_there_is()
    {
        var nobody = await account.NewUserAsync("curious");
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "present" });
        var present = await nobody.Iam.FailAsync("GetUser", new { UserName = "present" });
        var absent = await nobody.Iam.FailAsync("GetUser", new { UserName = "absent0" });
        Assert.Equal(present with { Message = present.Message.Replace("present", "absent0", StringComparison.Ordinal) }, absent);
    }

    [Fact]
    public async Task A_body_that_was_altered_on_its_way_is_refused()
    {
        var http = account.Root.Http;
        var signed = http.Sign(RawRequest.Form("Action=CreateUser&Version=2010-05-08&UserName=alice"));
        var altered = await http.SendAsync(signed with { Body = [.. "Action=CreateUser&Version=2010-05-08&UserName=mallo"u8] });
        Assert.Equal(("SignatureDoesNotMatch", 403), CodeOf(altered));
    }

    [Theory]
    [InlineData(-16)]
    [InlineData(16)]
    public async Task A_request_signed_more_than_15_minutes_off_is_refused(int minutes)
    {
        var http = account.Root.Http;
        var at = TimeProvider.System.GetUtcNow().AddMinutes(minutes);
        var answer = await http.SendAsync(http.Sign(RawRequest.Form("Action=GetCallerIdentity&Version=2011-06-15"), "sts", at));
        Assert.Equal(("SignatureDoesNotMatch", 403), CodeOf(answer));
    }

    private static (string, int) CodeOf(RawAnswer answer) => (answer.Error.Code, answer.Status);

    private static ServiceModel Model(string service) => service == "iam" ? IamModel.Service : StsModel.Service;

    private static RawRequest Request(OperationModel operation) =>
        RawRequest.Form($"Action={operation.Name}&Version={operation.Service.ApiVersion}");
}
