namespace Claviger.EndToEnd;

/// <summary>The tests of the console that need no browser, one after the other on one server.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleHttpCollection : ICollectionFixture<ConsoleServer>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "console without a browser";
}
