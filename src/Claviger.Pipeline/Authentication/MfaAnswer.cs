namespace Claviger.Pipeline;

/// <summary>What became of the code of a second factor.</summary>
public enum MfaAnswer
{
    /// <summary>It is right, and was not used before.</summary>
    Accepted,

    /// <summary>It is wrong, was used before, or came after too many wrong ones.</summary>
    Wrong,

    /// <summary>The principal has no such device.</summary>
    NoDevice,
}
