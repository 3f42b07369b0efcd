namespace Claviger.EndToEnd;

/// <summary>The tests that look at the console in a browser, one after the other in one Chromium.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<Chromium>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "console";
}
