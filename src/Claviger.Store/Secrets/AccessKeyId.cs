using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The id of an access key. Ids made here carry their account, as AWS's do; ids that were given are taken as they are.</summary>
/// <param name="Value">The id, such as <c>AKIAQWERTYUIOPASDFGH</c>.</param>
public readonly record struct AccessKeyId(string Value)
{
    /// <summary>The most chars of an id.</summary>
    public const int MaxLength = 128;

    private const string LongTermPrefix = "AKIA";
    private const string TemporaryPrefix = "ASIA";

    /// <summary>Whether the key belongs to a session rather than to a user.</summary>
    public bool IsTemporary => Value.StartsWith(TemporaryPrefix, StringComparison.Ordinal);

    /// <summary>A new id of a long-term key (AKIA).</summary>
    public static AccessKeyId NewLongTerm(AccountId account) => new(UniqueId.NewAccessKey(LongTermPrefix, account));

    /// <summary>The id of a session's key (ASIA).</summary>
    /// <param name="account">The session's account.</param>
    /// <param name="random">Bytes that tell the session from others, <see cref="UniqueId.AccessKeyRandomLength"/> of them.</param>
    public static AccessKeyId OfSession(AccountId account, ReadOnlySpan<byte> random) =>
        new(UniqueId.NewAccessKey(TemporaryPrefix, account, random));

    /// <summary>Reads the account out of an id that carries one.</summary>
    public bool TryReadAccount(out AccountId account) => UniqueId.TryReadAccount(Value, out account);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
