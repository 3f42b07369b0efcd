namespace Claviger.Pipeline;

/// <summary>A terminal that a browser asks for.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Columns">Its width, in characters.</param>
/// <param name="Rows">Its height, in characters.</param>
public sealed record TerminalWish(string InstanceId, int Columns, int Rows);
