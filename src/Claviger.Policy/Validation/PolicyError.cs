namespace Claviger.Policy;

/// <summary>Why a policy may not be saved. IAM answers it as <c>MalformedPolicyDocument</c>.</summary>
/// <param name="Message">AWS's text.</param>
/// <param name="Line">The line of the fault, from 1.</param>
/// <param name="Column">The column of the fault in characters, from 1.</param>
/// <param name="Path">Where in the document, such as <c>Statement[0].Action[2]</c>; empty for the document itself.</param>
public sealed record PolicyError(string Message, int Line, int Column, string Path);
