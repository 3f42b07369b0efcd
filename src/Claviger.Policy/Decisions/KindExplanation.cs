namespace Claviger.Policy;

/// <summary>What the policies of one kind, or of one level of it, said.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Level">For service control and resource control policies the level, from 0 at the root; else 0.</param>
/// <param name="Verdict">Their outcome taken alone.</param>
/// <param name="Statements">Every statement, in the order of the policies.</param>
public sealed record KindExplanation(PolicyKind Kind, int Level, Verdict Verdict, IReadOnlyList<StatementExplanation> Statements);
