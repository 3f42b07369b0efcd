using Claviger.Aws;

namespace Claviger.Iam;

/// <summary>Metadata documents on their way into a SAML provider.</summary>
internal static class SamlMetadataInput
{
    // AWS: a document that names no end is good for a hundred years.
    private const int YearsWithoutEnd = 100;

    /// <summary>When a document ends.</summary>
    /// <param name="document">The document.</param>
    /// <param name="now">When it is uploaded.</param>
    /// <exception cref="AwsError">InvalidInput: it is not the metadata of an identity provider.</exception>
    public static DateTimeOffset DemandEnd(string document, DateTimeOffset now) =>
        SamlMetadata.Read(document) is { } metadata ? metadata.End ?? now.AddYears(YearsWithoutEnd) : throw AwsError.InvalidInput("Could not parse metadata");
}
