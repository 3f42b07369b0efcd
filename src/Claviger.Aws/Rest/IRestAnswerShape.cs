namespace Claviger.Aws;

/// <summary>The output of an operation that another server can be asked for.</summary>
public interface IRestAnswerShape<TSelf> : IRestResponseShape
    where TSelf : class, IRestAnswerShape<TSelf>
{
    /// <summary>Reads what the other server has answered.</summary>
    /// <exception cref="AwsError">It has no form.</exception>
    static abstract TSelf Read(RestAnswer from);
}
