using Claviger.Store.Conformance;

namespace Claviger.Store.Tests;

/// <summary>The conformance suite over Sqlite.</summary>
public static class SqliteConformance
{
    public sealed class Names() : NameConformance(new SqliteUnderTest());

    public sealed class Paging() : PagingConformance(new SqliteUnderTest());

    public sealed class Records() : RecordConformance(new SqliteUnderTest());

    public sealed class Feed() : FeedConformance(new SqliteUnderTest());

    public sealed class Batches() : BatchConformance(new SqliteUnderTest());

    public sealed class Snapshots() : SnapshotConformance(new SqliteUnderTest());

    public sealed class Failures() : FailureConformance(new SqliteUnderTest());

    public sealed class Audit() : AuditConformance(new SqliteUnderTest());

    public sealed class BucketRecords() : BucketConformance(new SqliteUnderTest());

    public sealed class ObjectRecords() : ObjectConformance(new SqliteUnderTest());

    public sealed class Listings() : ListingConformance(new SqliteUnderTest());

    public sealed class Ec2Records() : Ec2Conformance(new SqliteUnderTest());

    public sealed class Denials() : DenialConformance(new SqliteUnderTest());

    public sealed class Credentials() : CredentialConformance(new SqliteUnderTest());
}
