namespace Claviger.Aws;

/// <summary>The input of an operation that another server can be asked for.</summary>
public interface IRestCallShape
{
    /// <summary>Writes all members into a request; one that is null is left out.</summary>
    /// <exception cref="AwsError">InvalidArgument: a text can't stand where it belongs.</exception>
    void WriteTo(RestCall call);
}
