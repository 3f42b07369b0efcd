namespace Claviger.Aws;

/// <summary>The parts of an answer of REST that another server has given, which a response's shape is read from.</summary>
public sealed class RestAnswer : RestMessage
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The body that is the bytes of an object; null for others.</summary>
    public Stream? Stream { get; init; }
}
