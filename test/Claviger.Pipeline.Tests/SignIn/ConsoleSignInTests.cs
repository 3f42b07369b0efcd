using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class ConsoleSignInTests : IAsyncLifetime
{
    private const string Password = "right-Password-1";
    private static readonly byte[] Seed = Encoding.ASCII.GetBytes("12345678901234567890");

    private World _world = null!;
    private AuditTrail _audit = null!;
    private ConsoleSessionBook _book = null!;
    private ConsoleSignIn _signIn = null!;
    private int _address;

    public async ValueTask InitializeAsync()
    {
        _world = await World.CreateAsync();
        _audit = new AuditTrail(_world.Store, _world.Time);
        _book = new ConsoleSessionBook(_world.Store, _world.Time, ConsoleLimits.Default);
        _signIn = new ConsoleSignIn(_world.Store, _book, _audit, _world.Usage, new MfaCodes(_world.Store, _world.Secrets), _world.Time);
        await AddAsync("alice", Password);
        await AddAsync("guarded", Password, hasMfa: true);
        await AddAsync("keys-only", null);
    }

    public async ValueTask DisposeAsync()
    {
        _signIn.Dispose();
        await _audit.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_one_and_costs_one_hash()
    {
        foreach (var (account, name, password) in new[]
        {
            ("123456789012", "alice", "wrong"), ("123456789012", "guarded", "wrong"), ("123456789012", "keys-only", Password), ("123456789012", "nobody", Password),
            ("999999999999", "alice", Password), ("no-such-alias", "alice", Password), ("123456789012", "", ""), (null, "nobody@example.com", Password),
        })
        {
            var before = _signIn.Passwords.Done;
            var answer = await _signIn.SignInAsync(new SignInAttempt(account, name, password), Call());
            Assert.Equal(new SignInAnswer(SignInResult.Refused), answer);
            Assert.Equal(before + 1, _signIn.Passwords.Done);
        }
    }

    [Fact]
    public async Task Who_must_wait_is_not_looked_at()
    {
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync("alice", "wrong");
        }

        var before = _signIn.Passwords.Done;
        Assert.Equal(SignInResult.TooMany, (await SignInAsync("alice")).Result);
        Assert.Equal(before, _signIn.Passwords.Done);
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SignInResult.SignedIn, (await SignInAsync("alice")).Result);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours()
    {
        var token = (await SignInAsync("alice")).Token!;
        _world.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await _book.FindAsync(token));
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await _book.FindAsync(token));
    }

    [Fact]
    public async Task A_password_that_is_too_old_must_be_changed_before_anything_else_also_in_sessions_that_are_there()
    {
        await SetPolicyAsync(new PasswordPolicyRecord { MaxPasswordAge = 1 });
        _world.Time.Advance(TimeSpan.FromHours(23));
        var token = (await SignInAsync("alice")).Token!;
        Assert.Equal(SessionDebt.None, (await _book.FindAsync(token))!.Debt);

        _world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(SessionDebt.NewPassword, (await _book.FindAsync(token))!.Debt);
        var later = await SignInAsync("alice");
        Assert.Equal(SignInResult.SignedIn, later.Result);
        Assert.Equal(SessionDebt.NewPassword, (await _book.FindAsync(later.Token!))!.Debt);
    }

    [Fact]
    public async Task Where_an_administrator_alone_may_set_another_a_password_that_is_too_old_lets_nobody_in()
    {
        await SetPolicyAsync(new PasswordPolicyRecord { MaxPasswordAge = 1, HardExpiry = true });
        var token = (await SignInAsync("alice")).Token!;
        _world.Time.Advance(TimeSpan.FromHours(24));

        Assert.Null(await _book.FindAsync(token));
        Assert.Equal(new SignInAnswer(SignInResult.PasswordExpired), await SignInAsync("alice"));
        Assert.Equal(new SignInAnswer(SignInResult.Refused), await SignInAsync("alice", "wrong"));

        await SetPasswordAsync("alice", "another-Password-1");
        Assert.Equal(SignInResult.SignedIn, (await SignInAsync("alice", "another-Password-1")).Result);
        Assert.Null(await _book.FindAsync(token));
    }

    [Fact]
    public async Task Another_password_ends_the_sessions_that_the_former_one_has_opened()
    {
        var token = (await SignInAsync("alice")).Token!;
        await SetPasswordAsync("alice", "another-Password-1");
        Assert.Null(await _book.FindAsync(token));
    }

    [Fact]
    public async Task A_code_is_taken_once_and_the_token_that_owed_it_is_worth_nothing_then()
    {
        var owing = (await SignInAsync("guarded")).Token!;
        var other = (await SignInAsync("guarded")).Token!;
        Assert.Equal(SessionDebt.Mfa, (await _book.FindAsync(owing))!.Debt);
        Assert.Null(await _signIn.ShowCodeAsync(owing, "000000", Call(), null));

        var proven = await _signIn.ShowCodeAsync(owing, Code(), Call(), null);
        Assert.Equal(SessionDebt.None, (await _book.FindAsync(proven!))!.Debt);
        Assert.Null(await _book.FindAsync(owing));
        Assert.Null(await _signIn.ShowCodeAsync(owing, Code(), Call(), null));
        Assert.Null(await _signIn.ShowCodeAsync(other, Code(), Call(), null));

        _world.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.NotNull(await _signIn.ShowCodeAsync(other, Code(), Call(), null));
    }

    [Fact]
    public async Task A_session_that_owes_no_code_is_not_renewed_by_one()
    {
        var token = (await SignInAsync("alice")).Token!;
        Assert.Null(await _signIn.ShowCodeAsync(token, Code(), Call(), null));
        Assert.Null(await _signIn.ShowCodeAsync("no-such-token", Code(), Call(), null));
    }

    [Fact]
    public async Task Sign_ins_are_in_the_audit_trail_as_AWS_writes_them()
    {
        await _signIn.SignInAsync(new SignInAttempt("123456789012", "nobody-or-a-password", Password) { LoginTo = "https://console.example/iam" }, Call());
        await _signIn.SignInAsync(new SignInAttempt("123456789012", "alice", "wrong") { LoginTo = "https://console.example/" }, Call());
        await _audit.FlushAsync();
        var owing = (await SignInAsync("guarded")).Token!;
        await _signIn.ShowCodeAsync(owing, "000000", Call(), "https://console.example/ec2");
        await _audit.FlushAsync();
        await _signIn.ShowCodeAsync(owing, Code(), Call(), "https://console.example/ec2");

        var events = await EventsAsync();
        Assert.Equal(4, events.Count);
        Assert.All(events, it => Assert.Equal(
            ("signin.amazonaws.com", "ConsoleLogin", "AwsConsoleSignIn", "agent/1", "123456789012", false),
            ((string?)it["eventSource"], (string?)it["eventName"], (string?)it["eventType"], (string?)it["userAgent"], (string?)it["recipientAccountId"] ?? "123456789012", (bool)it["readOnly"]!)));
        Assert.Equal(["Failure", "Failure", "Failure", "Success"], events.Select(it => (string?)it["responseElements"]!["ConsoleLogin"]));
        Assert.Equal(["Failed authentication", "Failed authentication", "Failed authentication", null], events.Select(it => (string?)it["errorMessage"]));
        Assert.Equal(["No", "No", "Yes", "Yes"], events.Select(it => (string?)it["additionalEventData"]!["MFAUsed"]));
        Assert.Equal(
            ["https://console.example/iam", "https://console.example/", "https://console.example/ec2", "https://console.example/ec2"],
            events.Select(it => (string?)it["additionalEventData"]!["LoginTo"]));
        Assert.All(events, it => Assert.Equal("No", (string?)it["additionalEventData"]!["MobileVersion"]));
        Assert.Equal(["HIDDEN_DUE_TO_SECURITY_REASONS", "alice", "guarded", "guarded"], events.Select(it => (string?)it["userIdentity"]!["userName"]));
        Assert.DoesNotContain(events, it => it.ToJsonString().Contains(Password, StringComparison.Ordinal));
    }

    private async Task<List<JsonNode>> EventsAsync()
    {
        var blocks = await _world.Store.ReadAsync(static state => AuditLog.ReadBlocks(state, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 10));
        var events = await _world.Store.ReadAsync(static state => AuditLog.ReadEvents(state, World.Account, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 10));
        return [.. blocks.SelectMany(static block => Lines(block.Content)).Concat(events.Select(static it => Encoding.UTF8.GetString(it.Content))).Select(static line => JsonNode.Parse(line)!)];
    }

    private static string[] Lines(byte[] block)
    {
        using var text = new StreamReader(new ZLibStream(new MemoryStream(block), CompressionMode.Decompress));
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Code() => Encoding.ASCII.GetString(Totp.Code(Seed, Totp.StepOf(_world.Now)));

    // From another address each time: it is the name that is looked at.
    private CallContext Call() => new()
    {
        RequestId = "r", Time = _world.Now, SourceAddress = new IPAddress([10, 0, 0, (byte)++_address]), UserAgent = "agent/1",
    };

    private Task<SignInAnswer> SignInAsync(string name, string password = Password) => _signIn.SignInAsync(new SignInAttempt("123456789012", name, password), Call());

    private async Task AddAsync(string name, string? password, bool hasMfa = false)
    {
        var user = await _world.CreateUserAsync(name);
        var serial = $"arn:aws:iam::{World.Account}:mfa/{name}";
        await _world.WriteAsync(state =>
        {
            if (password is not null)
            {
                LoginProfiles.Insert(state, new LoginProfileRecord
                {
                    Account = World.Account, UserId = user.Id, PasswordHash = PasswordHash.Create(password).ToString(), Created = state.Now, Changed = state.Now,
                });
            }

            if (hasMfa)
            {
                MfaDevices.Insert(state, new MfaDeviceRecord
                {
                    Account = World.Account, SerialNumber = serial, UserId = user.Id, Enabled = state.Now, Created = state.Now,
                    SealedSeed = _world.Secrets.Seal(SecretPurpose.VirtualMfaSeed, World.Account, serial, Seed),
                });
            }
        });
    }

    private Task SetPasswordAsync(string name, string password) => _world.WriteAsync(state =>
    {
        var profile = LoginProfiles.Find(state, Users.Find(state, World.Account, name)!.Id)!;
        LoginProfiles.Update(state, profile with { PasswordHash = PasswordHash.Create(password).ToString(), Changed = state.Now });
    });

    private Task SetPolicyAsync(PasswordPolicyRecord policy) =>
        _world.WriteAsync(state => Accounts.Update(state, Accounts.Find(state, World.Account)! with { PasswordPolicy = policy }));
}
