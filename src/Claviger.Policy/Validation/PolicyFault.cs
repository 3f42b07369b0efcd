namespace Claviger.Policy;

/// <summary>A fault found while a policy is checked.</summary>
/// <param name="Message">AWS's text.</param>
/// <param name="Offset">The byte of the UTF-8 text where it is.</param>
/// <param name="Path">Where in the document.</param>
internal sealed record PolicyFault(string Message, int Offset, string Path);
