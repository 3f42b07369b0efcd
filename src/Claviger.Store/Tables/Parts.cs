namespace Claviger.Store;

/// <summary>The table of parts: of uploads under way, and of the objects that were made of uploads.</summary>
public static class Parts
{
    private static readonly Table<PartRecord> Table = new Table<PartRecord>("parts", Read)
        .Key("bucket_id", static it => it.BucketId)
        .Key("upload_id", static it => it.UploadId)
        .Key("number", static it => it.Number)
        .Column("modified", static it => it.Modified)
        .Column("size", static it => it.Size)
        .Column("etag", static it => it.ETag)
        .Column("checksum", static it => it.Checksum)
        .Column("content", static it => it.Content?.ToBytes());

    private static readonly Sql ByNumber = Table.Select("WHERE bucket_id = $1 AND upload_id = $2 AND number = $3");
    private static readonly Sql InOrder = Table.Select("WHERE bucket_id = $1 AND upload_id = $2 AND number > $3 ORDER BY number LIMIT $4");
    private static readonly Sql DeleteOf = new("DELETE FROM parts WHERE bucket_id = $1 AND upload_id = $2");
    private static readonly Sql ContentsOf = new("SELECT content FROM parts WHERE bucket_id = $1 AND upload_id = $2");
    private static readonly Sql ContentsBetween = new("SELECT content FROM parts WHERE content >= $1 AND content <= $2");

    /// <summary>A part; null if there is none of that number.</summary>
    public static PartRecord? Find(ReadTransaction tx, long bucket, string upload, long number) => tx.One(ByNumber, Read, bucket, upload, number);

    /// <summary>Up to a number of an upload's parts in the order of their numbers, after a number.</summary>
    public static IReadOnlyList<PartRecord> Page(ReadTransaction tx, long bucket, string upload, long after, int limit) =>
        tx.Many(InOrder, Read, bucket, upload, after, limit);

    /// <summary>Writes a part, over the one of its number if there is one.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="record">The part.</param>
    /// <param name="freed">Receives the content that nothing refers to any more.</param>
    public static void Put(AppendTransaction tx, PartRecord record, ICollection<ContentId> freed)
    {
        if (Find(tx, record.BucketId, record.UploadId, record.Number) is { } replaced)
        {
            Free(replaced.Content, freed);
            Table.Update(tx, record);
        }
        else
        {
            Table.Insert(tx, record);
        }
    }

    /// <summary>Takes out a part.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="record">The part.</param>
    /// <param name="freed">Receives the content that nothing refers to any more.</param>
    public static void Delete(AppendTransaction tx, PartRecord record, ICollection<ContentId> freed)
    {
        Table.Delete(tx, record);
        Free(record.Content, freed);
    }

    /// <summary>Takes out all parts of an upload.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="bucket">The bucket's number.</param>
    /// <param name="upload">The upload's id.</param>
    /// <param name="freed">Receives the contents that nothing refers to any more.</param>
    public static void DeleteAll(AppendTransaction tx, long bucket, string upload, ICollection<ContentId> freed)
    {
        tx.Scan(
            ContentsOf,
            row =>
            {
                Free(ContentOf(row, 0), freed);
                return true;
            },
            bucket,
            upload);
        tx.Execute(DeleteOf, bucket, upload);
    }

    /// <summary>The contents that parts have, of those with ids from one to another, that included.</summary>
    public static void Contents(ReadTransaction tx, ContentId from, ContentId to, ISet<ContentId> found) =>
        found.UnionWith(tx.Many(ContentsBetween, static row => ContentId.FromBytes(row.Bytes(0)), from.ToBytes(), to.ToBytes()));

    private static ContentId? ContentOf(Row row, int column) => row.BytesOrNull(column) is { } content ? ContentId.FromBytes(content) : null;

    private static void Free(ContentId? content, ICollection<ContentId> freed)
    {
        if (content is { } free)
        {
            freed.Add(free);
        }
    }

    private static PartRecord Read(Row row) => new()
    {
        BucketId = row.Integer(0),
        UploadId = row.Text(1),
        Number = row.Integer(2),
        Modified = row.Time(3),
        Size = row.Integer(4),
        ETag = row.Text(5),
        Checksum = row.TextOrNull(6),
        Content = ContentOf(row, 7),
    };
}
