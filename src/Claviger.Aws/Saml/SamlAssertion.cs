namespace Claviger.Aws;

/// <summary>What a SAML assertion says, once its signature was found to be good. Whether it is for us and now, is for others to check.</summary>
public sealed record SamlAssertion
{
    /// <summary>Who says it.</summary>
    public required string Issuer { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Of whom: the text of <c>NameID</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The format of the subject's name, a URI; null where none is said.</summary>
    public string? SubjectFormat { get; init; }

    /// <summary>Where the bearer may hand it over.</summary>
    public required string Recipient { get; init; }

    /// <summary>From when on it is good; null for always.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The earliest of the times from which on it is good no longer.</summary>
    public required DateTimeOffset NotOnOrAfter { get; init; }

    /// <summary>For whom: of each of these restrictions one audience must be meant.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> AudienceRestrictions { get; init; }

    /// <summary>When the session at the provider ends; null where none is said.</summary>
    public DateTimeOffset? SessionEnd { get; init; }

    /// <summary>The values of its attributes, by their names.</summary>
    public required ILookup<string, string> Attributes { get; init; }
}
