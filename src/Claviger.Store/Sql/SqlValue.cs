using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A parameter's value, one of the three types that columns have. Null keeps the type, which PostgreSQL wants to know.</summary>
internal readonly struct SqlValue
{
    private SqlValue(SqlType type, object? value)
    {
        Type = type;
        Value = value;
    }

    /// <summary>The null of numbers.</summary>
    public static SqlValue NoNumber => new(SqlType.Integer, null);

    public SqlType Type { get; }

    public object? Value { get; }

    public static implicit operator SqlValue(long value) => new(SqlType.Integer, value);

    public static implicit operator SqlValue(bool value) => new(SqlType.Integer, value ? 1L : 0L);

    public static implicit operator SqlValue(DateTimeOffset value) => new(SqlType.Integer, value.ToUnixTimeMilliseconds());

    public static implicit operator SqlValue(DateTimeOffset? value) => new(SqlType.Integer, value?.ToUnixTimeMilliseconds());

    public static implicit operator SqlValue(AccountId value) => new(SqlType.Integer, value.Number);

    public static implicit operator SqlValue(string? value) => new(SqlType.Text, value);

    public static implicit operator SqlValue(byte[]? value) => new(SqlType.Bytes, value);
}
