using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of deletions of service-linked roles, by the ids of their tasks. Old ones are forgotten.</summary>
public static class RoleDeletions
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly Sql Add = new("INSERT INTO role_deletions (id, account_id, created) VALUES ($1, $2, $3)");
    private static readonly Sql Forget = new("DELETE FROM role_deletions WHERE account_id = $1 AND created < $2");
    private static readonly Sql Count = new("SELECT COUNT(*) FROM role_deletions WHERE account_id = $1 AND id = $2");

    /// <summary>Whether the account has had a deletion of that id within the last month.</summary>
    public static bool Exists(ReadTransaction tx, AccountId account, string id) => tx.Number(Count, account, id) > 0;

    /// <summary>Notes a deletion.</summary>
    public static void Insert(WriteTransaction tx, string id)
    {
        tx.Execute(Forget, tx.Account, tx.Now - Kept);
        tx.Execute(Add, id, tx.Account, tx.Now);
    }
}
