namespace Claviger.Catalogue;

/// <summary>A piece of a text that is replaced by another.</summary>
/// <param name="Start">The first byte of the piece.</param>
/// <param name="End">The byte after its last.</param>
/// <param name="Text">What stands there instead.</param>
internal sealed record TextEdit(int Start, int End, string Text);
