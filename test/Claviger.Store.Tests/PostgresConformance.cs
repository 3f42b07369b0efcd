using Claviger.Store.Conformance;

namespace Claviger.Store.Tests;

/// <summary>The conformance suite over PostgreSQL.</summary>
public static class PostgresConformance
{
    public sealed class Names() : NameConformance(new PostgresUnderTest());

    public sealed class Paging() : PagingConformance(new PostgresUnderTest());

    public sealed class Records() : RecordConformance(new PostgresUnderTest());

    public sealed class Feed() : FeedConformance(new PostgresUnderTest());

    public sealed class Batches() : BatchConformance(new PostgresUnderTest());

    public sealed class Snapshots() : SnapshotConformance(new PostgresUnderTest());

    public sealed class Failures() : FailureConformance(new PostgresUnderTest());

    public sealed class Audit() : AuditConformance(new PostgresUnderTest());

    public sealed class BucketRecords() : BucketConformance(new PostgresUnderTest());

    public sealed class ObjectRecords() : ObjectConformance(new PostgresUnderTest());

    public sealed class Listings() : ListingConformance(new PostgresUnderTest());

    public sealed class Ec2Records() : Ec2Conformance(new PostgresUnderTest());

    public sealed class Denials() : DenialConformance(new PostgresUnderTest());

    public sealed class Credentials() : CredentialConformance(new PostgresUnderTest());
}
