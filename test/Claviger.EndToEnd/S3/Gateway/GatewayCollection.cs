namespace Claviger.EndToEnd;

/// <summary>The tests that share one gateway in front of one Claviger.</summary>
[CollectionDefinition(Name)]
public sealed class GatewayCollection : ICollectionFixture<ClavigerUpstream>
{
    /// <summary>Its name.</summary>
    public const string Name = "gateway";
}
