using System.Collections.Frozen;

namespace Claviger.Sts;

/// <summary>The attributes of assertions that AWS reads: those of its own, and those that trust policies have condition keys for.</summary>
/// <remarks>Source: "Configure SAML assertions for the authentication response" and "AWS STS condition context keys" in AWS's IAM User Guide.</remarks>
internal static class SamlClaims
{
    public const string Role = Own + "Role";
    public const string RoleSessionName = Own + "RoleSessionName";
    public const string SessionDuration = Own + "SessionDuration";
    public const string SourceIdentity = Own + "SourceIdentity";
    public const string TransitiveTagKeys = Own + "TransitiveTagKeys";
    public const string PrincipalTag = Own + "PrincipalTag:";

    private const string Own = "https://aws.amazon.com/SAML/Attributes/";
    private const string EduPerson = "urn:oid:1.3.6.1.4.1.5923.1.1.1.";
    private const string EduOrg = "urn:oid:1.3.6.1.4.1.5923.1.2.1.";
    private const string Claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    /// <summary>The condition key of an attribute, by the attribute's name. More than one attribute may give values to a key.</summary>
    public static FrozenDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [EduPerson + "1"] = "saml:edupersonaffiliation",
        [EduPerson + "2"] = "saml:edupersonnickname",
        [EduPerson + "3"] = "saml:edupersonorgdn",
        [EduPerson + "4"] = "saml:edupersonorgunitdn",
        [EduPerson + "5"] = "saml:edupersonprimaryaffiliation",
        [EduPerson + "6"] = "saml:edupersonprincipalname",
        [EduPerson + "7"] = "saml:edupersonentitlement",
        [EduPerson + "8"] = "saml:edupersonprimaryorgunitdn",
        [EduPerson + "9"] = "saml:edupersonscopedaffiliation",
        [EduPerson + "10"] = "saml:edupersontargetedid",
        [EduPerson + "11"] = "saml:edupersonassurance",
        [EduOrg + "2"] = "saml:eduorghomepageuri",
        [EduOrg + "3"] = "saml:eduorgidentityauthnpolicyuri",
        [EduOrg + "4"] = "saml:eduorglegalname",
        [EduOrg + "5"] = "saml:eduorgsuperioruri",
        [EduOrg + "6"] = "saml:eduorgwhitepagesuri",
        ["urn:oid:2.5.4.3"] = "saml:cn",
        ["urn:oid:2.5.4.4"] = "saml:surname",
        ["urn:oid:2.5.4.42"] = "saml:givenName",
        ["urn:oid:2.5.4.45"] = "saml:x500UniqueIdentifier",
        ["urn:oid:0.9.2342.19200300.100.1.1"] = "saml:uid",
        ["urn:oid:0.9.2342.19200300.100.1.3"] = "saml:mail",
        ["urn:oid:0.9.2342.19200300.100.1.45"] = "saml:organizationStatus",
        [Claims + "name"] = "saml:name",
        [Claims + "givenname"] = "saml:givenName",
        [Claims + "surname"] = "saml:surname",
        [Claims + "emailaddress"] = "saml:mail",
        ["http://schemas.xmlsoap.org/claims/CommonName"] = "saml:commonName",
        ["http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid"] = "saml:primaryGroupSID",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a key holds a list, also where there is one value.</summary>
    public static bool IsList(string key) =>
        key == "saml:cn" || key.StartsWith("saml:eduperson", StringComparison.Ordinal) || key.StartsWith("saml:eduorg", StringComparison.Ordinal);
}
