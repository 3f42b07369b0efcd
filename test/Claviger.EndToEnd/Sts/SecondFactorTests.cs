using System.Globalization;

namespace Claviger.EndToEnd;

public sealed class SecondFactorTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string WrongCode = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";

    private const string NoDevice =
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.";

    [Fact, Covers("sts", "GetSessionToken", Aspect.Works)]
    public async Task A_session_with_a_code_may_do_what_needs_one_and_call_IAM()
    {
        var user = await account.NewUserAsync(
            "careful", TestEntities.AllowIf("Bool", "aws:MultiFactorAuthPresent", "true", "iam:ListUsers", "iam:ListGroups"));
        var app = await MfaApp.NewForAsync(account, "careful");
        Assert.Equal("AccessDenied", (await user.Iam.FailAsync("ListUsers")).Code);
        var session = account.As(TestEntities.CredentialsOf(await user.Sts.CallAsync("GetSessionToken", new { app.SerialNumber, TokenCode = app.Code() })));
        await session.Iam.CallAsync("ListUsers");
        await SetPolicyAsync("careful", TestEntities.AllowIf("NumericLessThan", "aws:MultiFactorAuthAge", "300", "iam:ListUsers"));
        await session.Iam.CallAsync("ListUsers");
        await SetPolicyAsync("careful", TestEntities.AllowIf("NumericGreaterThan", "aws:MultiFactorAuthAge", "300", "iam:ListUsers"));
        Assert.Equal("AccessDenied", (await session.Iam.FailAsync("ListUsers")).Code);
    }

    [Fact, Covers("sts", "GetSessionToken", Aspect.Works)]
    public async Task The_root_user_shows_a_code_of_its_own_device()
    {
        var app = await MfaApp.NewForAsync(account, account.Id);
        var session = account.As(
            TestEntities.CredentialsOf(await account.Root.Sts.CallAsync("GetSessionToken", new { app.SerialNumber, TokenCode = app.Code() })));
        await session.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("DeactivateMFADevice", new { app.SerialNumber });
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task A_role_may_ask_for_a_code()
    {
        var user = await account.NewUserAsync("assumer");
        var app = await MfaApp.NewForAsync(account, "assumer");
        var role = await account.NewRoleAsync(
            "guarded",
            TestEntities.Trust([account.Arn("user/assumer")], ("Bool", "aws:MultiFactorAuthPresent", "true")),
            TestEntities.AllowIf("Bool", "aws:MultiFactorAuthPresent", "true", "iam:ListUsers"));
        Assert.Equal("AccessDenied", (await user.Sts.FailAsync("AssumeRole", new { RoleArn = role, RoleSessionName = "session" })).Code);
        var session = await account.AssumeAsync(user, new { RoleArn = role, RoleSessionName = "session", app.SerialNumber, TokenCode = app.Code() });
        await session.Iam.CallAsync("ListUsers");
    }

    [Fact, Covers("sts", "GetSessionToken", Aspect.Refuses), Covers("sts", "AssumeRole", Aspect.Refuses)]
    public async Task A_code_is_taken_once_by_one_of_many_who_show_it()
    {
        var user = await account.NewUserAsync("rushed");
        var app = await MfaApp.NewForAsync(account, "rushed");
        var code = app.Code();
        var calls = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.Sts.TryAsync("GetSessionToken", new { app.SerialNumber, TokenCode = code })));
        Assert.Equal(1, calls.Count(call => call.Error is null));
        Assert.All(calls.Where(call => call.Error is not null), call => Assert.Equal(new SdkError("AccessDenied", 403, WrongCode), call.Error));
        var role = await account.NewRoleAsync("open", TestEntities.Trust(account.Arn("user/rushed")));
        Assert.Equal(
            new SdkError("AccessDenied", 403, WrongCode),
            await user.Sts.FailAsync("AssumeRole", new { RoleArn = role, RoleSessionName = "session", app.SerialNumber, TokenCode = code }));
    }

    [Fact, Covers("sts", "GetSessionToken", Aspect.Refuses)]
    public async Task Refuses_codes_of_other_times_devices_of_others_and_half_of_the_two()
    {
        var user = await account.NewUserAsync("user");
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "other" });
        var own = await MfaApp.NewForAsync(account, "user");
        var others = await MfaApp.NewForAsync(account, "other");
        Assert.Equal(new SdkError("AccessDenied", 403, WrongCode), await ShowAsync(own.SerialNumber, own.Code(30)));
        Assert.Equal(new SdkError("AccessDenied", 403, WrongCode), await ShowAsync(own.SerialNumber, others.Code()));
        Assert.Equal(new SdkError("AccessDenied", 403, NoDevice), await ShowAsync(others.SerialNumber, others.Code()));
        Assert.Equal(new SdkError("AccessDenied", 403, NoDevice), await ShowAsync(account.Arn("mfa/none"), own.Code()));
        Assert.Equal("AccessDenied", (await user.Sts.FailAsync("GetSessionToken", new { own.SerialNumber })).Code);
        Assert.Equal("AccessDenied", (await user.Sts.FailAsync("GetSessionToken", new { TokenCode = own.Code() })).Code);
        Assert.Equal("ValidationError", (await ShowAsync(own.SerialNumber, "12345x")).Code);

        Task<SdkError> ShowAsync(string serialNumber, string code) =>
            user.Sts.FailAsync("GetSessionToken", new { SerialNumber = serialNumber, TokenCode = code });
    }

    [Fact, Covers("sts", "GetSessionToken", Aspect.Denies)]
    public async Task Guessing_stops_being_looked_at_even_when_a_guess_is_right()
    {
        var user = await account.NewUserAsync("guessed");
        var app = await MfaApp.NewForAsync(account, "guessed");
        var wrong = (int.Parse(app.Code(), CultureInfo.InvariantCulture) + 500_000) % 1_000_000;
        for (var guess = 0; guess < 11; guess++)
        {
            await user.Sts.FailAsync("GetSessionToken", new { app.SerialNumber, TokenCode = wrong.ToString("D6", CultureInfo.InvariantCulture) });
        }

        Assert.Equal(
            new SdkError("AccessDenied", 403, WrongCode), await user.Sts.FailAsync("GetSessionToken", new { app.SerialNumber, TokenCode = app.Code() }));
    }

    private Task<SdkAnswer> SetPolicyAsync(string userName, string document) =>
        account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = userName, PolicyName = "inline", PolicyDocument = document });
}
