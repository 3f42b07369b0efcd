namespace Claviger.CatalogueGen;

/// <summary>An AWS managed policy as the package has it; older versions are in ascending order.</summary>
internal sealed record SourcePolicy(
    string Name,
    string Path,
    DateTimeOffset CreateDate,
    DateTimeOffset UpdateDate,
    SourceVersion DefaultVersion,
    List<SourceVersion> OlderVersions);
