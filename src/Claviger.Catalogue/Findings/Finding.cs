namespace Claviger.Catalogue;

/// <summary>Something about a policy that its author should know.</summary>
/// <param name="Check">The check that found it.</param>
/// <param name="Message">What is the matter here, as one or more sentences.</param>
/// <param name="Line">The line of the place, from 1.</param>
/// <param name="Column">The column of the place in characters, from 1.</param>
/// <param name="Path">Where in the document, such as <c>Statement[0].Action[2]</c>; empty for the document itself.</param>
public sealed record Finding(FindingCheck Check, string Message, int Line, int Column, string Path)
{
    /// <inheritdoc cref="FindingCheck.Code"/>
    public string Code => Check.Code;

    /// <inheritdoc cref="FindingCheck.Type"/>
    public FindingType Type => Check.Type;

    /// <inheritdoc cref="FindingCheck.Remedy"/>
    public string Remedy => Check.Remedy;
}
