namespace Claviger.ShapeGen;

/// <summary>How members are read from requests and written to responses in one protocol.</summary>
internal abstract class ProtocolEmitter
{
    /// <summary>What a request shape is read from: the statement that declares <c>from</c>.</summary>
    public abstract string RequestSource { get; }

    /// <summary>The type of <c>from</c> where a structure within a request is read.</summary>
    public abstract string StructureSource { get; }

    /// <summary>The namespaces that the files of operations need beside those that all need.</summary>
    public virtual string[] Usings => [];

    /// <summary>What else an operation's model is told: further arguments.</summary>
    public virtual string Flags(IReadOnlyList<MemberDefinition> input) => "";

    /// <summary>What a response implements.</summary>
    public virtual string ResponseInterface => "IXmlResponseShape";

    /// <summary>What a structure that responses are made of implements.</summary>
    public virtual string OutputInterface => "IOutputShape";

    /// <summary>Type and name of what responses are written to.</summary>
    public virtual string Writer => "ResponseXml xml";

    /// <summary>An expression that reads a member from <c>from</c>, null where it isn't sent.</summary>
    public abstract string Read(MemberDefinition member);

    /// <summary>A statement that writes a member to <see cref="Writer"/>.</summary>
    public abstract string Write(MemberDefinition member);

    /// <summary>An expression that reads a member of the request itself, rather than of a structure in it.</summary>
    public virtual string ReadMember(MemberDefinition member) => Read(member);

    /// <summary>Writes what a response says beside its document: status, headers, the kind of its body.</summary>
    public virtual void WriteParts(CodeWriter code, OperationDefinition operation, IReadOnlyList<MemberDefinition> members)
    {
    }

    /// <summary>Writes how a request is put together that another server is sent.</summary>
    public virtual void WriteCall(CodeWriter code, OperationDefinition operation, IReadOnlyList<MemberDefinition> members)
    {
    }

    /// <summary>Writes how a response is read that another server has answered.</summary>
    public virtual void ReadAnswer(CodeWriter code, OperationDefinition operation, IReadOnlyList<MemberDefinition> members)
    {
    }

    /// <summary>Whether a member is written into the document that its structure or response is.</summary>
    public virtual bool IsInDocument(MemberDefinition member) => true;

    /// <summary>Whether an audit event holds a member.</summary>
    public virtual bool IsAudited(MemberDefinition member) => true;

    /// <summary>The type of bytes.</summary>
    public virtual string BlobType(bool isResponse) => "ReadOnlyMemory<byte>";
}
