namespace Claviger.Store;

/// <summary>There is no master key, or it is not the one that this deployment's keys are wrapped under.</summary>
public sealed class MasterKeyException : Exception
{
    /// <param name="message">What an operator should look at; never a part of a key.</param>
    /// <param name="cause">What went wrong underneath.</param>
    public MasterKeyException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
