using System.Globalization;
using System.Text;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>The state of every user's credentials as a table of comma-separated values, a line a user, the root user's first.</summary>
internal static class CredentialReport
{
    private const int Stride = 256;
    private const string NotSupported = "not_supported";
    private const string NotApplicable = "N/A";
    private const string NoInformation = "no_information";

    private const string Head =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
        + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    /// <summary>Writes the report of an account.</summary>
    public static byte[] Write(AccountId id, ReadTransaction state)
    {
        var account = Accounts.Find(state, id)!;
        var text = new StringBuilder(Head);
        Add(text, Root(account, state));
        var after = "";
        while (Users.Page(state, id, "/", after, Stride) is { Count: > 0 } users)
        {
            foreach (var user in users)
            {
                Add(text, User(user, account.PasswordPolicy, state));
            }

            after = NameKey.Of(users[^1].Name);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Add(StringBuilder text, IEnumerable<string> fields) => text.Append('\n').AppendJoin(',', fields.Select(Field));

    // A name may hold a comma.
    private static string Field(string value) => value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value;

    private static IEnumerable<string> Root(AccountRecord account, ReadTransaction state) =>
    [
        "<root_account>", Arns.Root(account.Id), Time(account.Created),
        NotSupported, account.RootPasswordLastUsed is { } used ? Time(used) : NoInformation, NotSupported, NotSupported,
        Word(MfaDevices.Of(state, account.Id, userId: null).Count > 0),
        .. Keys(AccessKeys.Of(state, account.Id, userId: null)), .. Certificates(SigningCertificates.Of(state, account.Id, userId: null)),
    ];

    private static IEnumerable<string> User(UserRecord user, PasswordPolicyRecord? policy, ReadTransaction state) =>
    [
        user.Name, Arns.Of(user), Time(user.Created),
        .. Password(user, LoginProfiles.Find(state, user.Id), policy),
        Word(MfaDevices.Of(state, user.Account, user.Id).Count > 0),
        .. Keys(AccessKeys.Of(state, user.Account, user.Id)), .. Certificates(SigningCertificates.Of(state, user.Account, user.Id)),
    ];

    private static IEnumerable<string> Password(UserRecord user, LoginProfileRecord? profile, PasswordPolicyRecord? policy) => profile is null
        ? ["false", NotApplicable, NotApplicable, NotApplicable]
        :
        [
            "true",
            user.PasswordLastUsed is { } used ? Time(used) : NoInformation,
            Time(profile.Changed),
            policy?.MaxPasswordAge is { } days ? Time(profile.Changed.AddDays(days)) : NotApplicable,
        ];

    // AWS: of keys and certificates the first two have columns.
    private static IEnumerable<string> Keys(IReadOnlyList<AccessKeyRecord> keys)
    {
        for (var number = 0; number < 2; number++)
        {
            var key = keys.ElementAtOrDefault(number);
            yield return Word(key is { IsActive: true });
            yield return key is null ? NotApplicable : Time(key.Created);
            yield return key?.LastUsed is { } used ? Time(used) : NotApplicable;
            yield return key?.LastUsedRegion ?? NotApplicable;
            yield return key?.LastUsedService ?? NotApplicable;
        }
    }

    private static IEnumerable<string> Certificates(IReadOnlyList<SigningCertificateRecord> certificates)
    {
        for (var number = 0; number < 2; number++)
        {
            var certificate = certificates.ElementAtOrDefault(number);
            yield return Word(certificate is { IsActive: true });
            yield return certificate is null ? NotApplicable : Time(certificate.Created);
        }
    }

    private static string Word(bool value) => value ? "true" : "false";

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture);
}
