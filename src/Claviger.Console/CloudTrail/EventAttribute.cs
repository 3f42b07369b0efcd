namespace Claviger.Console;

/// <summary>An attribute that events are looked up by.</summary>
/// <param name="Field">Its name in the address of the page.</param>
/// <param name="Key">Its name in the API.</param>
/// <param name="Label">Its name for people.</param>
internal sealed record EventAttribute(string Field, string Key, string Label);
