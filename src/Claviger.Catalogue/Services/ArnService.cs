using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>A name in the service segment of ARNs, and the services that define resources with it: mostly one, of the same name.</summary>
internal sealed record ArnService(string Name, ImmutableArray<Service> Services);
