using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>Checks on one subject, run together.</summary>
/// <param name="Subject">The subject, as a heading.</param>
/// <param name="Checks">The checks.</param>
/// <param name="Run">Runs them over a policy.</param>
internal sealed record CheckFamily(string Subject, ImmutableArray<FindingCheck> Checks, Action<CheckRun> Run);
