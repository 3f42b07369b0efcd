using System.Text;

namespace Claviger.Store;

/// <summary>The table of single values of the deployment, by name. Written in transactions of <see cref="SystemAccount"/>.</summary>
public static class Facts
{
    private static readonly Sql One = new("SELECT value FROM facts WHERE name = $1");

    private static readonly Sql Put = new(
        "INSERT INTO facts (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");

    private static readonly Sql Remove = new("DELETE FROM facts WHERE name = $1");

    /// <summary>The value of a name; null if there is none.</summary>
    public static byte[]? Find(ReadTransaction tx, string name) => tx.One(One, static row => row.Bytes(0), name);

    /// <summary>Sets the value of a name.</summary>
    public static void Set(WriteTransaction tx, string name, byte[] value)
    {
        tx.Execute(Put, name, value);
        tx.Changed(ChangeKind.Fact, name);
    }

    /// <summary>Takes out a name.</summary>
    public static void Delete(WriteTransaction tx, string name)
    {
        tx.Execute(Remove, name);
        tx.Changed(ChangeKind.Fact, name);
    }

    internal static string Deployment(ReadTransaction tx) =>
        Find(tx, "deployment") is { } name ? Encoding.UTF8.GetString(name) : throw new StoreCorruptException("The database has lost its deployment's name.");
}
