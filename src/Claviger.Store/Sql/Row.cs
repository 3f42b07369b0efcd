using System.Data.Common;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The row that a reader stands on.</summary>
internal readonly struct Row(DbDataReader reader)
{
    public long Integer(int column) => reader.GetInt64(column);

    public long? IntegerOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public bool Flag(int column) => reader.GetInt64(column) != 0;

    public AccountId Account(int column) => AccountId.FromNumber(reader.GetInt64(column));

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : Bytes(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
