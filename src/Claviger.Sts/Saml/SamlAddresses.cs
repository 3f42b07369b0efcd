using System.Text.RegularExpressions;
using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Sts;

/// <summary>Where assertions for AWS are handed over, and by what names AWS is meant: those of AWS itself, and this server's own.</summary>
/// <param name="console">Where browsers reach the console, which is where people sign in.</param>
internal sealed partial class SamlAddresses(ConsoleAddress console)
{
    private const string Global = "https://signin.aws.amazon.com/saml";
    private const string Urn = "urn:amazon:webservices";

    /// <summary>Whether an address is one where assertions may be handed over.</summary>
    /// <param name="address">The address.</param>
    /// <param name="providerId">The provider's unique id, which may end the address.</param>
    public bool IsRecipient(string address, string providerId)
    {
        const string Acs = "/acs/";
        var at = address.LastIndexOf(Acs, StringComparison.Ordinal);
        var sign = at >= 0 && address[(at + Acs.Length)..] == providerId ? address[..at] : address;
        return sign == console.Of("saml") || OfAws().IsMatch(sign);
    }

    /// <summary>Whether an assertion is meant for AWS.</summary>
    public bool IsFor(SamlAssertion assertion, string providerId) =>
        assertion.AudienceRestrictions.Count > 0
        && assertion.AudienceRestrictions.All(audiences => audiences.Any(audience => audience is Global or Urn || IsRecipient(audience, providerId)));

    // AWS: with or without a Region, and by an address of old.
    [GeneratedRegex(@"^https://([a-z]{2}(-[a-z]+)+-[0-9]\.)?signin\.aws\.amazon\.com/(static/)?saml\z")]
    private static partial Regex OfAws();
}
