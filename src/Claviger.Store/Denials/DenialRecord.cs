using Claviger.Policy;

namespace Claviger.Store;

/// <summary>Why a call was denied, as stored.</summary>
public sealed record DenialRecord
{
    /// <summary>The authorization id that ends the denial's text.</summary>
    public required string Id { get; init; }

    /// <summary>The account of the caller that was denied.</summary>
    public required AccountId Account { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The explanation, in a form of the writer's.</summary>
    public required byte[] Content { get; init; }
}
