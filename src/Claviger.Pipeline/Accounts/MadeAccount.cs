using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>A new account with its root user's secrets, which are shown this once.</summary>
public sealed record MadeAccount(AccountId Id, string RootEmail, string RootPassword, string RootAccessKeyId, string RootSecretAccessKey)
{
    /// <summary>Names no secret: a record would print them all.</summary>
    public override string ToString() => $"Account {Id}";
}
