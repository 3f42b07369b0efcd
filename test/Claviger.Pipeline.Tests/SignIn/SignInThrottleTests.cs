using System.Net;
using Claviger.Store.Conformance;

namespace Claviger.Pipeline.Tests;

public sealed class SignInThrottleTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress There = IPAddress.Parse("198.51.100.1");

    private readonly ManualTime _time = new();
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_time);

    [Fact]
    public void A_name_waits_after_five_failures_twice_as_long_each_time_up_to_a_minute()
    {
        Assert.All(Enumerable.Range(1, 5), i => Assert.Equal(TimeSpan.Zero, _throttle.Admit(Alice, From(i))));
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), _throttle.Admit(Alice, From(seconds)));
            _time.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal(TimeSpan.Zero, _throttle.Admit(Alice, From(seconds)));
        }
    }

    [Fact]
    public void The_name_is_the_same_in_any_case_and_by_alias_or_number_each()
    {
        for (var i = 0; i < 5; i++)
        {
            _throttle.Admit(new SignInAttempt("acme", i % 2 == 0 ? "Alice" : "ALICE", "x"), From(i));
        }

        Assert.NotEqual(TimeSpan.Zero, _throttle.Admit(new SignInAttempt("ACME", "alice", "x"), There));
    }

    [Fact]
    public void A_success_forgives_the_name_and_its_own_attempt()
    {
        Fail(Alice, 4);
        Assert.Equal(TimeSpan.Zero, _throttle.Admit(Alice, Here));
        _throttle.Forgive(Alice, Here);

        Assert.Equal(TimeSpan.Zero, _throttle.Admit(Alice, There));
    }

    [Fact]
    public void An_account_waits_after_a_hundred_failures_whatever_the_names_and_addresses()
    {
        FailEverybody();

        Assert.InRange(_throttle.Admit(new SignInAttempt("acme", "new", "x"), There), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.Zero, _throttle.Admit(new SignInAttempt("other", "new", "x"), There));
    }

    [Fact]
    public void Who_has_signed_in_from_an_address_is_not_kept_out_by_what_others_do_to_the_name_or_the_account()
    {
        _throttle.Admit(Alice, Here);
        _throttle.Forgive(Alice, Here);
        Fail(Alice, 20);
        FailEverybody();

        Assert.NotEqual(TimeSpan.Zero, _throttle.Admit(Alice, There));
        Assert.Equal(TimeSpan.Zero, _throttle.Admit(Alice, Here));

        // But there, too, five failures are the end of it.
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(TimeSpan.Zero, _throttle.Admit(Alice, Here));
        }

        Assert.NotEqual(TimeSpan.Zero, _throttle.Admit(Alice, Here));
    }

    [Fact]
    public void An_address_waits_after_thirty_failures_whatever_the_names()
    {
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(TimeSpan.Zero, _throttle.Admit(new SignInAttempt($"account{i}", "a", "x"), Here));
        }

        Assert.NotEqual(TimeSpan.Zero, _throttle.Admit(new SignInAttempt("account31", "a", "x"), Here));
        Assert.Equal(TimeSpan.Zero, _throttle.Admit(new SignInAttempt("account31", "a", "x"), There));
    }

    [Fact]
    public void The_addresses_of_one_network_of_IPv6_are_one()
    {
        for (var i = 0; i < 30; i++)
        {
            _throttle.Admit(new SignInAttempt($"account{i}", "a", "x"), IPAddress.Parse($"2001:db8:1:2::{i}"));
        }

        Assert.NotEqual(TimeSpan.Zero, _throttle.Admit(new SignInAttempt("account31", "a", "x"), IPAddress.Parse("2001:db8:1:2:ffff::1")));
        Assert.Equal(TimeSpan.Zero, _throttle.Admit(new SignInAttempt("account31", "a", "x"), IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public void After_a_quarter_of_an_hour_nothing_is_held_against_anybody()
    {
        Fail(Alice, 5);
        _time.Advance(TimeSpan.FromMinutes(15));
        Fail(Alice, 5);
        Assert.Equal(TimeSpan.FromSeconds(1), _throttle.Admit(Alice, There));
    }

    [Fact]
    public void A_wait_begins_with_the_answer_however_long_that_took()
    {
        Fail(Alice, 5);
        _time.Advance(TimeSpan.FromSeconds(3));
        _throttle.Fail(Alice, There);
        Assert.Equal(TimeSpan.FromSeconds(1), _throttle.Admit(Alice, There));
    }

    [Fact]
    public void Attempts_that_wait_for_their_answer_count_as_failed()
    {
        Assert.Equal(5, Enumerable.Range(0, 40).Count(_ => _throttle.Admit(Alice, Here) == TimeSpan.Zero));
    }

    private static SignInAttempt Alice { get; } = new("acme", "alice", "wrong");

    private static IPAddress From(int number) => new([10, 0, (byte)(number / 250), (byte)(number % 250)]);

    private void Fail(SignInAttempt attempt, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _throttle.Admit(attempt, From(i));
        }
    }

    private void FailEverybody()
    {
        for (var i = 0; i < 100; i++)
        {
            _throttle.Admit(new SignInAttempt("acme", $"user{i}", "x"), From(i));
        }
    }
}
