using Claviger.Policy;

namespace Claviger.Store.Tests;

public sealed class LoginProfileRecordTests
{
    private static readonly DateTimeOffset Changed = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly LoginProfileRecord Profile = new()
    {
        Account = AccountId.Parse("111122223333"),
        UserId = "AIDAQWERTYUIOPASDFGH2",
        PasswordHash = "",
        Created = Changed.AddDays(-100),
        Changed = Changed,
    };

    [Theory]
    [InlineData(null, 100_000, false)]
    [InlineData(30, 29.99, false)]
    [InlineData(30, 30, true)]
    public void A_password_expires_as_many_days_after_its_change_as_the_policy_says(int? age, double days, bool expired) =>
        Assert.Equal(expired, Profile.IsExpired(new PasswordPolicyRecord { MaxPasswordAge = age }, Changed.AddDays(days)));

    [Fact]
    public void A_password_never_expires_without_a_policy() => Assert.False(Profile.IsExpired(null, Changed.AddYears(100)));
}
