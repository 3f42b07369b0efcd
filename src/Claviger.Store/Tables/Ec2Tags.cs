using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of the tags of what EC2 has.</summary>
public static class Ec2Tags
{
    private static readonly Sql OfRegion = Select("WHERE account_id = $1 AND region = $2 ORDER BY resource_id, name");
    private static readonly Sql OfResource = Select("WHERE account_id = $1 AND region = $2 AND resource_id = $3 ORDER BY name");
    private static readonly Sql DeleteOne = new("DELETE FROM ec2_tags WHERE account_id = $1 AND region = $2 AND resource_id = $3 AND name = $4");
    private static readonly Sql DeleteOnValue = new(
        "DELETE FROM ec2_tags WHERE account_id = $1 AND region = $2 AND resource_id = $3 AND name = $4 AND value = $5");

    private static readonly Sql DeleteAll = new("DELETE FROM ec2_tags WHERE account_id = $1 AND region = $2 AND resource_id = $3");

    private static readonly Sql Upsert = new(
        "INSERT INTO ec2_tags (account_id, region, resource_id, resource_type, name, value) VALUES ($1, $2, $3, $4, $5, $6) "
        + "ON CONFLICT (account_id, region, resource_id, name) DO UPDATE SET value = excluded.value");

    /// <summary>All tags of an account in a region, in the order of resources and keys.</summary>
    public static IReadOnlyList<Ec2TagRecord> Of(ReadTransaction tx, AccountId account, string region) => tx.Many(OfRegion, Read, account, region);

    /// <summary>The tags of one resource, in the order of their keys.</summary>
    public static IReadOnlyList<Ec2TagRecord> Of(ReadTransaction tx, AccountId account, string region, string resourceId) =>
        tx.Many(OfResource, Read, account, region, resourceId);

    /// <summary>Gives a resource a tag, in place of one with the same key.</summary>
    public static void Put(WriteTransaction tx, Ec2TagRecord record)
    {
        tx.Execute(Upsert, record.Account, record.Region, record.ResourceId, record.ResourceType, record.Key, record.Value);
        tx.Changed(ChangeKind.Ec2Tags, record.ResourceId);
    }

    /// <summary>Takes a tag from a resource, if it has that value; does nothing if there is none.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="region">The region.</param>
    /// <param name="resourceId">The resource.</param>
    /// <param name="key">The tag's key.</param>
    /// <param name="value">The value that it must have; null for any.</param>
    public static void Delete(WriteTransaction tx, string region, string resourceId, string key, string? value)
    {
        var rows = value is null
            ? tx.Execute(DeleteOne, tx.Account, region, resourceId, key)
            : tx.Execute(DeleteOnValue, tx.Account, region, resourceId, key, value);
        if (rows > 0)
        {
            tx.Changed(ChangeKind.Ec2Tags, resourceId);
        }
    }

    /// <summary>Takes all tags from a resource.</summary>
    public static void DeleteAllOf(WriteTransaction tx, string region, string resourceId)
    {
        if (tx.Execute(DeleteAll, tx.Account, region, resourceId) > 0)
        {
            tx.Changed(ChangeKind.Ec2Tags, resourceId);
        }
    }

    private static Sql Select(string rest) => new($"SELECT account_id, region, resource_id, resource_type, name, value FROM ec2_tags {rest}");

    private static Ec2TagRecord Read(Row row) => new()
    {
        Account = row.Account(0),
        Region = row.Text(1),
        ResourceId = row.Text(2),
        ResourceType = row.Text(3),
        Key = row.Text(4),
        Value = row.Text(5),
    };
}
