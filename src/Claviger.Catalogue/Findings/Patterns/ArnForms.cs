namespace Claviger.Catalogue;

/// <summary>The kinds of resources that an ARN's service segment can lead to.</summary>
internal static class ArnForms
{
    // Policies need it, but the service reference doesn't list it.
    private static readonly ResourceType Transform = new("transform", "arn:${Partition}:cloudformation:${Region}:aws:transform/${TransformName}", []);

    /// <summary>The kinds with that service segment: none if the service is not known, or has no resources.</summary>
    public static List<ResourceType> OfService(string arnService) => arnService == "cloudformation"
        ? [.. ServiceReference.ResourceTypesOf(arnService), Transform]
        : [.. ServiceReference.ResourceTypesOf(arnService)];
}
