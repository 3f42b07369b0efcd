namespace Claviger.Aws;

/// <summary>The input of an operation, as its own type knows it.</summary>
public interface IRequestShape<TSelf> : IRequestShape
    where TSelf : class, IRequestShape<TSelf>
{
    /// <summary>The operation whose input this is.</summary>
    static abstract OperationModel Operation { get; }

    /// <summary>Reads the request, without validating it.</summary>
    /// <exception cref="AwsError">A value doesn't have the form of its type (MalformedInput).</exception>
    static abstract TSelf Read(RequestContent content);
}
