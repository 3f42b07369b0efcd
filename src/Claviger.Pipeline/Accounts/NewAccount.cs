using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>What an account is to be made with. What is null is generated.</summary>
public sealed record NewAccount
{
    /// <summary>The 12 digits.</summary>
    public AccountId? Id { get; init; }

    /// <summary>The root user's e-mail address.</summary>
    public string? RootEmail { get; init; }

    /// <summary>The root user's password.</summary>
    public string? RootPassword { get; init; }

    /// <summary>The id of the root user's access key; taken as it is.</summary>
    public string? RootAccessKeyId { get; init; }

    /// <summary>The secret of the root user's access key; taken as it is.</summary>
    public string? RootSecretAccessKey { get; init; }
}
