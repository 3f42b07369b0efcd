namespace Claviger.Ec2;

/// <summary>Reads what is known of an instance now; null where there is no such instance.</summary>
/// <param name="instanceId">The instance.</param>
/// <param name="cancellation">Ends the waiting.</param>
public delegate ValueTask<InstanceFacts?> InstanceFactsSource(string instanceId, CancellationToken cancellation);
