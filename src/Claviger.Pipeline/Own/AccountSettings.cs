namespace Claviger.Pipeline;

/// <summary>An account as <c>/_claviger/accounts</c> takes it (what is null is generated) and answers it.</summary>
internal sealed record AccountSettings
{
    public string? AccountId { get; init; }

    public string? RootEmail { get; init; }

    public string? RootPassword { get; init; }

    public string? RootAccessKeyId { get; init; }

    public string? RootSecretAccessKey { get; init; }

    /// <summary>Names no secret.</summary>
    public override string ToString() => $"Account {AccountId}";
}
