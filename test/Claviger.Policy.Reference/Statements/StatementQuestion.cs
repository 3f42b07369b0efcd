namespace Claviger.Policy.Reference;

/// <summary>What a statement is asked: the request, the kind of its policy, and whether a boundary is attached to the caller (4.3.1).</summary>
internal sealed record StatementQuestion(ReferenceKind Kind, CaseRequest Request, bool Bounded);
