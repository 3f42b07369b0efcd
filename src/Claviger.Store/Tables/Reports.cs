using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of reports. Old ones are forgotten.</summary>
public static class Reports
{
    /// <summary>Id of an account's credential report.</summary>
    public const string Credentials = "credentials";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly Sql Forget = new("DELETE FROM reports WHERE account_id = $1 AND (created < $2 OR id = $3)");
    private static readonly Sql Add = new("INSERT INTO reports (account_id, id, content, created) VALUES ($1, $2, $3, $4)");
    private static readonly Sql One = new("SELECT account_id, id, content, created FROM reports WHERE account_id = $1 AND id = $2");

    /// <summary>A report; null if there is none, or not any more.</summary>
    public static ReportRecord? Find(ReadTransaction tx, AccountId account, string id) => tx.One(One, Read, account, id);

    /// <summary>Keeps a report, in place of one with its id.</summary>
    public static void Put(WriteTransaction tx, ReportRecord record)
    {
        tx.Execute(Forget, record.Account, tx.Now - Kept, record.Id);
        tx.Execute(Add, record.Account, record.Id, record.Content, record.Created);
    }

    private static ReportRecord Read(Row row) => new() { Account = row.Account(0), Id = row.Text(1), Content = row.Bytes(2), Created = row.Time(3) };
}
