namespace Claviger.Store;

/// <summary>A statement in the SQL that both databases speak, its parameters written <c>$1</c>, <c>$2</c> …</summary>
/// <remarks>Kept in a static field: each connection keeps the prepared command under the statement's number.</remarks>
internal sealed class Sql(string text)
{
    private static int count;

    public string Text { get; } = text;

    public int Number { get; } = Interlocked.Increment(ref count) - 1;

    public override string ToString() => Text;
}
