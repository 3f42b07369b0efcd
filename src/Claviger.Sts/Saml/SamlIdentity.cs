using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Somebody whom a SAML assertion means, once the assertion was found to be good.</summary>
internal sealed partial class SamlIdentity : IFederatedIdentity
{
    private const string Formats = "urn:oasis:names:tc:SAML:2.0:nameid-format:";

    private readonly SamlAssertion _assertion;

    /// <exception cref="AwsError">InvalidIdentityToken: an attribute that AWS reads is missing, or has another form.</exception>
    public SamlIdentity(SamlAssertion assertion, SamlProviderRecord provider)
    {
        _assertion = assertion;
        ProviderArn = provider.Arn;
        Document = $"{provider.Account}/{provider.Arn[(provider.Arn.IndexOf('/') + 1)..]}";
        // AWS: the hash is what the pair of this and the subject identifies somebody by, in documents that anybody may make after it.
#pragma warning disable CA5350
        NameQualifier = Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(assertion.Issuer + Document)));
#pragma warning restore CA5350
        SessionName = Only(SamlClaims.RoleSessionName) ?? throw AwsError.InvalidIdentityToken("RoleSessionName is required in AuthnResponse");
        if (!NameForm().IsMatch(SessionName))
        {
            throw AwsError.InvalidIdentityToken("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
        }

        SourceIdentity = Only(SamlClaims.SourceIdentity);
        if (SourceIdentity is { } source && (!NameForm().IsMatch(source) || source.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw AwsError.InvalidIdentityToken("Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
        }

        SessionDuration = DurationOf(Only(SamlClaims.SessionDuration));
        Tags = TagsOf(assertion);
    }

    /// <summary>ARN of the provider that vouches.</summary>
    public string ProviderArn { get; }

    /// <summary>Account and name of the provider, with a slash between.</summary>
    public string Document { get; }

    /// <summary>A hash of issuer, account and provider.</summary>
    public string NameQualifier { get; }

    /// <summary>The name of the session.</summary>
    public string SessionName { get; }

    /// <summary>Source identity that the provider gives the session; null if it gives none.</summary>
    public string? SourceIdentity { get; }

    /// <summary>How long the provider wants the session to last; null if it doesn't say.</summary>
    public TimeSpan? SessionDuration { get; }

    /// <summary>Tags that the provider gives the session.</summary>
    public SessionTagClaims Tags { get; }

    /// <summary>The issuer, as the assertion names it.</summary>
    public string Issuer => _assertion.Issuer;

    /// <summary>Whom the provider means.</summary>
    public string Subject => _assertion.Subject;

    /// <summary>Where the assertion was to be handed over, which AWS calls its audience.</summary>
    public string Recipient => _assertion.Recipient;

    /// <summary>When the session at the provider ends; null where none is said.</summary>
    public DateTimeOffset? SessionEnd => _assertion.SessionEnd;

    /// <summary>What kind of name the subject is: <c>persistent</c>, <c>transient</c>, or another format as it is.</summary>
    public string SubjectType => _assertion.SubjectFormat switch
    {
        null => "unspecified",
        var format when format.StartsWith(Formats, StringComparison.Ordinal) => format[Formats.Length..],
        var format => format,
    };

    /// <summary>The condition keys that the session keeps.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> LastingKeys =>
        [new("saml:namequalifier", NameQualifier), new("saml:sub", Subject), new("saml:sub_type", SubjectType)];

    /// <summary>Whether the provider lets the subject have a role by this provider.</summary>
    public bool MayHave(string roleArn, string providerArn) =>
        _assertion.Attributes[SamlClaims.Role].Select(static pair => pair.Split(',', StringSplitOptions.TrimEntries))
            .Any(pair => pair.Length == 2 && pair.Contains(roleArn, StringComparer.Ordinal) && pair.Contains(providerArn, StringComparer.Ordinal));

    /// <summary>The condition keys that the assertion gives values to.</summary>
    public IEnumerable<KeyValuePair<ContextKey, ContextValue>> Keys()
    {
        yield return new(ContextKey.Of("saml:aud"), Recipient);
        yield return new(ContextKey.Of("saml:iss"), Issuer);
        yield return new(ContextKey.Of("saml:doc"), Document);
        foreach (var (key, value) in LastingKeys)
        {
            yield return new(ContextKey.Of(key), value);
        }

        var claims = _assertion.Attributes.Where(static attribute => SamlClaims.Keys.ContainsKey(attribute.Key))
            .SelectMany(static attribute => attribute, static (attribute, value) => (Key: SamlClaims.Keys[attribute.Key], Value: value));
        foreach (var claim in claims.GroupBy(static it => it.Key, static it => it.Value, StringComparer.Ordinal))
        {
            string[] values = [.. claim];
            yield return new(ContextKey.Of(claim.Key), values.Length == 1 && !SamlClaims.IsList(claim.Key) ? ContextValue.Of(values[0]) : ContextValue.List(values));
        }
    }

    private string? Only(string attribute)
    {
        string[] values = [.. _assertion.Attributes[attribute]];
        return values.Length switch
        {
            0 => null,
            1 => values[0],
            _ => throw AwsError.InvalidIdentityToken($"{attribute[(attribute.LastIndexOf('/') + 1)..]} in AuthnResponse must have one value"),
        };
    }

    private static TimeSpan? DurationOf(string? seconds)
    {
        if (seconds is null)
        {
            return null;
        }

        return int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 900 and <= 43_200
            ? TimeSpan.FromSeconds(number)
            : throw AwsError.InvalidIdentityToken("SessionDuration in AuthnResponse must be between 900 and 43200");
    }

    private static SessionTagClaims TagsOf(SamlAssertion assertion)
    {
        var tags = new List<TagShape>();
        foreach (var attribute in assertion.Attributes.Where(static it => it.Key.StartsWith(SamlClaims.PrincipalTag, StringComparison.Ordinal)))
        {
            string[] values = [.. attribute];
            tags.Add(values.Length == 1
                ? new TagShape { Key = attribute.Key[SamlClaims.PrincipalTag.Length..], Value = values[0] }
                : throw AwsError.InvalidIdentityToken("The session tags of the assertion can't be read."));
        }

        return new SessionTagClaims(tags, [.. assertion.Attributes[SamlClaims.TransitiveTagKeys]]);
    }

    [GeneratedRegex(@"^[a-zA-Z_0-9+=,.@-]{2,64}\z")]
    private static partial Regex NameForm();
}
