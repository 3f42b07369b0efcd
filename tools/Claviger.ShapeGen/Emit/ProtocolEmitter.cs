namespace Claviger.ShapeGen;

/// <summary>How members are read from requests and written to responses in one protocol.</summary>
internal abstract class ProtocolEmitter
{
    /// <summary>What a request shape is read from: the statement that declares <c>from</c>.</summary>
    public abstract string RequestSource { get; }

    /// <summary>The type of <c>from</c> where a structure within a request is read.</summary>
    public abstract string StructureSource { get; }

    /// <summary>An expression that reads a member from <c>from</c>, null where it isn't sent.</summary>
    public abstract string Read(MemberDefinition member);

    /// <summary>A statement that writes a member to <c>xml</c>.</summary>
    public abstract string Write(MemberDefinition member);
}
