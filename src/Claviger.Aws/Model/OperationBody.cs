namespace Claviger.Aws;

/// <summary>What the body of an operation's request is.</summary>
public enum OperationBody
{
    /// <summary>The parameters of the query protocol.</summary>
    Form,

    /// <summary>Nothing: all is in path, query and headers.</summary>
    Nothing,

    /// <summary>A document, read whole.</summary>
    Document,

    /// <summary>The bytes of an object, read as a stream.</summary>
    Content,
}
