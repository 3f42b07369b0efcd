namespace Claviger.EndToEnd;

/// <summary>The tests that work inside of instances: one after the other, once all that run side by side are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LabCollection
{
    /// <summary>The collection's name.</summary>
    public const string Name = "lab";
}
