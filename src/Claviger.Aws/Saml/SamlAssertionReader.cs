using System.Xml;

namespace Claviger.Aws;

/// <summary>Reads the element <c>Assertion</c>, by the way from parent to child alone: nothing is searched for.</summary>
internal static class SamlAssertionReader
{
    private const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    /// <summary>What an assertion says; null if it lacks what AWS asks of it.</summary>
    /// <exception cref="AwsError">InvalidIdentityToken: it is not said where and until when it may be handed over.</exception>
    // AWS: exactly one confirmation of the subject, with recipient and end; the text has this spelling.
    public static SamlAssertion? Read(XmlElement assertion)
    {
        var subject = Only(assertion, "Subject");
        var name = Only(subject, "NameID");
        var confirmation = Only(subject, "SubjectConfirmation");
        var confirmed = Only(confirmation, "SubjectConfirmationData");
        var conditions = Only(assertion, "Conditions");
        if (SamlXml.AttributeOf(confirmed, "Recipient") is not { Length: > 0 } recipient || SamlXml.AttributeOf(confirmed, "NotOnOrAfter") is not { } confirmedUntil)
        {
            throw AwsError.InvalidIdentityToken("Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter");
        }

        if (SamlXml.AttributeOf(assertion, "Version") != "2.0"
            || SamlXml.TextOf(Only(assertion, "Issuer")) is not { Length: > 0 } issuer
            || SamlXml.TextOf(name) is not { Length: > 0 } text
            || SamlXml.AttributeOf(confirmation, "Method") != Bearer
            || !SamlXml.TryReadTime(SamlXml.AttributeOf(assertion, "IssueInstant"), out var issued)
            || !SamlXml.TryReadTime(confirmedUntil, out var confirmationEnd)
            || conditions is null
            || !TryReadTime(conditions, "NotBefore", out var begin)
            || !TryReadTime(conditions, "NotOnOrAfter", out var end)
            || !TryReadSessionEnd(assertion, out var sessionEnd))
        {
            return null;
        }

        return new SamlAssertion
        {
            Issuer = issuer,
            IssuedAt = issued,
            Subject = text,
            SubjectFormat = SamlXml.AttributeOf(name, "Format"),
            Recipient = recipient,
            NotBefore = begin,
            NotOnOrAfter = end < confirmationEnd ? end.Value : confirmationEnd,
            AudienceRestrictions = [.. SamlXml.Children(conditions, SamlXml.Assertion, "AudienceRestriction").Select(Audiences)],
            SessionEnd = sessionEnd,
            Attributes = Attributes(assertion),
        };
    }

    private static XmlElement? Only(XmlElement? parent, string name) => SamlXml.Only(parent, SamlXml.Assertion, name);

    private static bool TryReadTime(XmlElement element, string attribute, out DateTimeOffset? time)
    {
        var isGood = SamlXml.TryReadTime(SamlXml.AttributeOf(element, attribute), out var read);
        time = isGood ? read : null;
        return isGood || SamlXml.AttributeOf(element, attribute) is null;
    }

    private static bool TryReadSessionEnd(XmlElement assertion, out DateTimeOffset? earliest)
    {
        earliest = null;
        foreach (var statement in SamlXml.Children(assertion, SamlXml.Assertion, "AuthnStatement"))
        {
            if (!TryReadTime(statement, "SessionNotOnOrAfter", out var end))
            {
                return false;
            }

            earliest = earliest is null || end < earliest ? end : earliest;
        }

        return true;
    }

    private static string[] Audiences(XmlElement restriction) =>
        [.. SamlXml.Children(restriction, SamlXml.Assertion, "Audience").Select(SamlXml.TextOf).OfType<string>()];

    private static ILookup<string, string> Attributes(XmlElement assertion) => (
        from statement in SamlXml.Children(assertion, SamlXml.Assertion, "AttributeStatement")
        from attribute in SamlXml.Children(statement, SamlXml.Assertion, "Attribute")
        let name = SamlXml.AttributeOf(attribute, "Name")
        where name is not null
        from value in SamlXml.Children(attribute, SamlXml.Assertion, "AttributeValue")
        let text = SamlXml.TextOf(value)
        where text is not null
        select (name, text)).ToLookup(static it => it.name, static it => it.text, StringComparer.Ordinal);
}
