using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>What EC2 keeps: instances, tags, key pairs.</summary>
public abstract class Ec2Conformance(StoreUnderTest place) : StoreConformance(place)
{
    private const string Region = "eu-west-1";

    [Fact]
    public async Task Instances_come_back_as_written_in_the_order_of_their_launches()
    {
        var store = await Place.OpenWithAccountsAsync();
        var full = Instance("172.31.0.10") with { ClientToken = "token", ProfileId = "AIPAEXAMPLE", SealedUserData = [0, 255] };
        var later = Instance("172.31.0.11") with { Launched = full.Launched.AddSeconds(1) };
        await store.WriteAsync(Account, tx =>
        {
            Instances.Insert(tx, later);
            Instances.Insert(tx, full);
        });

        using var tx = store.OpenRead();
        AssertSame(full, Instances.Find(tx, Account, Region, full.Id)!);
        Assert.Null(Instances.Find(tx, Other, Region, full.Id));
        Assert.Null(Instances.Find(tx, Account, "us-east-1", full.Id));
        Assert.Equal([full.Id, later.Id], Instances.Of(tx, Account, Region).Select(it => it.Id));
        Assert.Equal([full.Id], Instances.OfToken(tx, Account, Region, "token").Select(it => it.Id));
        Assert.True(Instances.HasAddress(tx, Account, Region, "172.31.0.10"));
        Assert.Equal(2, Instances.CountAddresses(tx, Account, Region));
    }

    [Fact]
    public async Task A_terminated_instance_gives_its_address_back_and_is_found_when_its_time_has_come()
    {
        var store = await Place.OpenWithAccountsAsync();
        var first = Instance("172.31.0.10");
        await store.WriteAsync(Account, tx => Instances.Insert(tx, first));
        await Assert.ThrowsAsync<StoreConflictException>(() => store.WriteAsync(Account, tx => Instances.Insert(tx, Instance("172.31.0.10"))));
        var ended = first with { State = 48, PrivateAddress = null, Ended = first.Launched.AddMinutes(5) };
        await store.WriteAsync(Account, tx => Instances.Update(tx, ended));
        await store.WriteAsync(Account, tx => Instances.Insert(tx, Instance("172.31.0.10")));

        using var tx = store.OpenRead();
        Assert.Empty(Instances.LongEnded(tx, ended.Ended!.Value));
        AssertSame(ended, Assert.Single(Instances.LongEnded(tx, ended.Ended!.Value.AddMilliseconds(1))));
        Assert.Equal(16, Assert.Single(Instances.OnHost(tx, "host", 48)).State);
        Assert.Empty(Instances.OnHost(tx, "elsewhere", 48));
    }

    [Fact]
    public async Task Tags_are_told_apart_by_the_case_of_their_keys()
    {
        var store = await Place.OpenWithAccountsAsync();
        var name = Tag("i-1", "Name", "a");
        await store.WriteAsync(Account, tx =>
        {
            Ec2Tags.Put(tx, name);
            Ec2Tags.Put(tx, name with { Key = "name", Value = "b" });
            Ec2Tags.Put(tx, name with { Value = "c" });
            Ec2Tags.Put(tx, Tag("i-2", "Team", ""));
        });
        Assert.Equal([name with { Value = "c" }, name with { Key = "name", Value = "b" }], await Of("i-1"));
        await store.WriteAsync(Account, tx =>
        {
            Ec2Tags.Delete(tx, Region, "i-1", "Name", "another value");
            Ec2Tags.Delete(tx, Region, "i-1", "name", "b");
            Ec2Tags.DeleteAllOf(tx, Region, "i-2");
        });
        Assert.Equal([name with { Value = "c" }], await store.ReadAsync(static tx => Ec2Tags.Of(tx, Account, Region)));
        Assert.Empty(await store.ReadAsync(static tx => Ec2Tags.Of(tx, Other, Region)));

        ValueTask<IReadOnlyList<Ec2TagRecord>> Of(string id) => store.ReadAsync(tx => Ec2Tags.Of(tx, Account, Region, id));
    }

    [Fact]
    public async Task Key_pairs_are_found_by_their_names()
    {
        var store = await Place.OpenWithAccountsAsync();
        var pair = new KeyPairRecord
        {
            Account = Account,
            Region = Region,
            Name = "Main",
            Id = UniqueId.NewEc2("key"),
            Kind = "rsa",
            Fingerprint = "00:11",
            PublicKey = "ssh-rsa AAAA",
            Created = Samples.User("x").Created,
        };
        await store.WriteAsync(Account, tx => KeyPairs.Insert(tx, pair));
        await Assert.ThrowsAsync<StoreConflictException>(() => store.WriteAsync(Account, tx => KeyPairs.Insert(tx, pair)));
        Assert.Equal(pair, await store.ReadAsync(static tx => KeyPairs.Find(tx, Account, Region, "Main")));
        Assert.Null(await store.ReadAsync(static tx => KeyPairs.Find(tx, Account, Region, "main")));
        await store.WriteAsync(Account, tx => KeyPairs.Delete(tx, pair));
        Assert.Empty(await store.ReadAsync(static tx => KeyPairs.Of(tx, Account, Region)));
    }

    private static InstanceRecord Instance(string address)
    {
        var launched = Samples.User("x").Created;
        return new InstanceRecord
        {
            Id = UniqueId.NewEc2("i"),
            Account = Account,
            Region = Region,
            Host = "host",
            State = 16,
            ReservationId = UniqueId.NewEc2("r"),
            LaunchIndex = 0,
            PrivateAddress = address,
            Launched = launched,
            Details = new InstanceDetails
            {
                ImageId = "ami-1",
                InstanceType = "t3.micro",
                Architecture = "x86_64",
                AvailabilityZone = "eu-west-1a",
                SubnetId = "subnet-1",
                NetworkInterfaceId = "eni-1",
                AttachmentId = "eni-attach-1",
                MacAddress = "0a:00:00:00:00:01",
                VolumeId = "vol-1",
                VolumeGiB = 8,
                SecurityGroupIds = ["sg-1", "sg-2"],
                Created = launched,
                KeyName = "ünïcode \"key\"",
                MetadataHopLimit = 2,
                StateReason = "Client.UserInitiatedShutdown",
                Associated = launched,
            },
        };
    }

    private static Ec2TagRecord Tag(string id, string key, string value) => new()
    {
        Account = Account,
        Region = Region,
        ResourceId = id,
        ResourceType = "instance",
        Key = key,
        Value = value,
    };

    // Lists and arrays are equal by what they hold.
    private static void AssertSame(InstanceRecord expected, InstanceRecord actual) => Assert.Equivalent(expected, actual, strict: true);
}
