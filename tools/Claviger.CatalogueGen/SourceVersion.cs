namespace Claviger.CatalogueGen;

/// <summary>A version of an AWS managed policy as the package has it; the document is compact JSON in UTF-8.</summary>
internal sealed record SourceVersion(int Number, DateTimeOffset CreateDate, byte[] Document);
