using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>Every type of record comes back as it was written, and what refers to others keeps them from being deleted.</summary>
public abstract class RecordConformance(StoreUnderTest place) : StoreConformance(place)
{
    private static readonly TagSet Tags = TagSet.Of([new Tag("Team", "Ops \"1\""), new Tag("empty", ""), new Tag("ünïcode", "\u2603 \U0001F511")]);

    [Fact]
    public async Task Accounts_come_back_as_written()
    {
        var store = await Place.OpenWithAccountsAsync();
        var full = Samples.AccountOf(Account) with
        {
            Name = "Acme, Inc.",
            RootPasswordHash = "hash",
            Alias = "acme",
            PasswordPolicy = new PasswordPolicyRecord { MinimumPasswordLength = 14, RequireSymbols = true, MaxPasswordAge = 90, HardExpiry = true },
            Quotas = new Dictionary<string, long> { ["UsersPerAccount"] = 10 },
            Settings = new Dictionary<string, string> { ["colour"] = "blue" },
        };
        await store.WriteAsync(Account, tx => Accounts.Update(tx, full));

        var read = (await store.ReadAsync(static tx => Accounts.Find(tx, Account)))!;
        Assert.Equal(2, read.Revision);
        Assert.Equal(full.PasswordPolicy, read.PasswordPolicy);
        Assert.Equal(full.Quotas, read.Quotas);
        Assert.Equal(full.Settings, read.Settings);
        Assert.Equal(
            full with { Revision = 2, Quotas = read.Quotas, Settings = read.Settings, CanonicalUserId = read.CanonicalUserId },
            read);
        Assert.Equal(64, read.CanonicalUserId.Length);
        Assert.Null((await store.ReadAsync(static tx => Accounts.Find(tx, Other)))!.PasswordPolicy);
        Assert.Null(await store.ReadAsync(static tx => Accounts.Find(tx, SystemAccount.Id)));
        Assert.Equal(read.Id, (await store.ReadAsync(tx => Accounts.ByCanonicalUserId(tx, read.CanonicalUserId)))?.Id);
    }

    [Fact]
    public async Task Users_and_roles_and_profiles_come_back_as_written()
    {
        var store = await Place.OpenWithAccountsAsync();
        var boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
        var user = Samples.User("bob") with { PermissionsBoundary = boundary, Tags = Tags };
        var role = Samples.Role("app") with
        {
            Description = "for the app",
            MaxSessionDuration = TimeSpan.FromHours(12),
            PermissionsBoundary = boundary,
            Tags = Tags,
        };
        var profile = new InstanceProfileRecord
        {
            Account = Account,
            Id = UniqueId.New("AIPA"),
            Name = "App",
            Path = "/x/",
            RoleId = role.Id,
            Tags = Tags,
            Created = user.Created,
        };
        await store.WriteAsync(Account, tx =>
        {
            Users.Insert(tx, user);
            Roles.Insert(tx, role);
            InstanceProfiles.Insert(tx, profile);
        });
        await store.AppendAsync(tx => LastUsed.Record(
            tx, [new LastUsedRecord { Account = Account, Id = role.Id, At = tx.Now, Service = "s3", Region = "eu-west-1" }]));

        using (var tx = store.OpenRead())
        {
            Assert.Equal(user, Users.Find(tx, Account, "bob"));
            Assert.Equal(role with { LastUsed = Place.Time.GetUtcNow(), LastUsedRegion = "eu-west-1" }, Roles.ById(tx, Account, role.Id));
            Assert.Equal(profile, InstanceProfiles.Find(tx, Account, "APP"));
            Assert.Equal([profile], InstanceProfiles.OfRole(tx, role.Id, "", 10));
            Assert.Equal([user], Users.BoundedBy(tx, Account, boundary, "", 10));
            Assert.Equal(1, Roles.CountBoundedBy(tx, Account, boundary));
        }

        var plain = user with { PermissionsBoundary = null, Tags = TagSet.Empty, Path = "/moved/" };
        await store.WriteAsync(Account, tx =>
        {
            Users.Update(tx, plain with { Created = plain.Created.AddYears(1) });
            InstanceProfiles.Update(tx, profile with { RoleId = null });
            Roles.Delete(tx, role);
        });
        Assert.Equal(plain, await store.ReadAsync(tx => Users.ById(tx, Account, user.Id)));
        Assert.Null(await store.ReadAsync(tx => Roles.ById(tx, Account, role.Id)));
    }

    [Fact]
    public async Task Policies_and_their_versions_come_back_as_written()
    {
        var store = await Place.OpenWithAccountsAsync();
        var policy = Samples.Policy("Read.Only") with { Description = "", Tags = Tags };
        var versions = new[] { 1L, 2L, 10L }.Select(number => new PolicyVersionRecord
        {
            Account = Account,
            PolicyId = policy.Id,
            Number = number,
            Document = $$"""{"Version":"2012-10-17","Statement":[],"Id":"{{number}}"}""",
            Created = policy.Created,
        }).ToArray();
        await store.WriteAsync(Account, tx =>
        {
            Policies.Insert(tx, policy);
            Array.ForEach(versions, version => PolicyVersions.Insert(tx, policy, version));
            Policies.Update(tx, policy with { DefaultVersion = 10, NextVersion = 11 });
        });

        using var tx = store.OpenRead();
        Assert.Equal(policy with { DefaultVersion = 10, NextVersion = 11 }, Policies.ByArn(tx, policy.Arn));
        Assert.Null(Policies.ByArn(tx, policy.Arn.ToUpperInvariant()));
        Assert.Equal(versions.Reverse(), PolicyVersions.Of(tx, policy.Id));
        Assert.Equal((3, 0), (PolicyVersions.Count(tx, Account), PolicyVersions.Count(tx, StoreUnderTest.Other)));
        Assert.Equal(versions[2], PolicyVersions.Find(tx, policy.Id, "v10"));
        Assert.All((string[])["v3", "V1", "1", "v01", "v", "v-1", "v99999999999999999999"], id => Assert.Null(PolicyVersions.Find(tx, policy.Id, id)));
    }

    [Fact]
    public async Task Inline_policies_are_written_over_and_keep_the_case_given_last()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        InlinePolicyRecord Inline(string name, string document) => new() { Account = Account, EntityId = user.Id, Name = name, Document = document };
        await store.WriteAsync(Account, tx => InlinePolicies.Put(tx, Inline("Allow", "{}")));
        await store.WriteAsync(Account, tx => InlinePolicies.Put(tx, Inline("ALLOW", "{ }")));
        await store.WriteAsync(Account, tx => InlinePolicies.Put(tx, Inline("a", "{  }")));

        using var tx = store.OpenRead();
        Assert.Equal([Inline("a", "{  }"), Inline("ALLOW", "{ }")], InlinePolicies.Of(tx, Account, user.Id));
        Assert.Equal([Inline("ALLOW", "{ }")], InlinePolicies.Page(tx, Account, user.Id, "A", 5));
        Assert.Equal(Inline("a", "{  }"), InlinePolicies.Find(tx, Account, user.Id, "A"));
    }

    [Fact]
    public async Task Access_keys_are_found_without_knowing_the_account()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        var key = Samples.AccessKey(user);
        var root = Samples.AccessKey(user) with { UserId = null };
        await store.WriteAsync(Account, tx =>
        {
            AccessKeys.Insert(tx, key);
            AccessKeys.Insert(tx, root);
            AccessKeys.Update(tx, key with { IsActive = false });
        });
        await store.AppendAsync(tx => LastUsed.Record(
            tx, [new LastUsedRecord { Account = Account, Id = key.Id, At = tx.Now, Service = "iam", Region = "us-east-1" }]));
        await store.AppendAsync(tx => LastUsed.Record(
            tx, [new LastUsedRecord { Account = Account, Id = key.Id, At = tx.Now.AddHours(-1), Service = "s3", Region = "eu-west-1" }]));

        using var tx = store.OpenRead();
        var read = AccessKeys.Find(tx, key.Id)!;
        Assert.Equal(key.SealedSecret, read.SealedSecret);
        Assert.Equal(
            key with { IsActive = false, SealedSecret = read.SealedSecret, LastUsed = Place.Time.GetUtcNow(), LastUsedService = "iam", LastUsedRegion = "us-east-1" },
            read);
        Assert.Equal([key.Id], AccessKeys.Of(tx, Account, user.Id).Select(static it => it.Id));
        Assert.Equal([root.Id], AccessKeys.Of(tx, Account, null).Select(static it => it.Id));
        Assert.True(UniqueId.TryReadAccount(key.Id, out var account));
        Assert.Equal(Account, account);
    }

    [Fact]
    public async Task Passwords_keys_and_facts_come_back_as_written()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        var profile = new LoginProfileRecord
        {
            Account = Account,
            UserId = user.Id,
            PasswordHash = "new",
            History = ["old", "older"],
            ResetRequired = true,
            Created = user.Created,
            Changed = user.Created.AddDays(1),
        };
        var ring = new KeyRecord { Id = "k1", State = "active", Wrapped = [9, 0, 9], Created = user.Created };
        await store.WriteAsync(Account, tx => LoginProfiles.Insert(tx, profile));
        await store.WriteAsync(SystemAccount.Id, tx =>
        {
            KeyRing.Insert(tx, ring);
            Facts.Set(tx, "canary", [1]);
            Facts.Set(tx, "canary", [2, 0]);
        });

        using var tx = store.OpenRead();
        var read = LoginProfiles.Find(tx, user.Id)!;
        Assert.Equal(profile.History, read.History);
        Assert.Equal(profile with { History = read.History }, read);
        Assert.Equal(1, LoginProfiles.Count(tx, Account));
        var key = Assert.Single(KeyRing.All(tx));
        Assert.Equal(ring.Wrapped, key.Wrapped);
        Assert.Equal(ring with { Wrapped = key.Wrapped }, key);
        Assert.Equal([2, 0], Facts.Find(tx, "canary"));
        Assert.Null(Facts.Find(tx, "none"));
    }

    [Fact]
    public async Task Services_last_used_keep_the_later_time_whatever_comes_last()
    {
        var store = await Place.OpenWithAccountsAsync();
        var now = Place.Time.GetUtcNow();
        ServiceLastUsedRecord Use(string service, string action, int minutes) => new()
        {
            Account = Account,
            EntityId = "AIDAX",
            Service = service,
            Action = action,
            At = now.AddMinutes(minutes),
            Region = "eu-west-1",
        };
        await store.AppendAsync(tx => ServicesLastUsed.Record(tx, [Use("s3", "", 5), Use("s3", "GetObject", 5), Use("iam", "", 1)]));
        await store.AppendAsync(tx => ServicesLastUsed.Record(tx, [Use("s3", "", 4), Use("iam", "", 2)]));

        Assert.Equal(
            [Use("iam", "", 2), Use("s3", "", 5), Use("s3", "GetObject", 5)],
            await store.ReadAsync(static tx => ServicesLastUsed.Of(tx, Account, "AIDAX")));
    }

    [Fact]
    public async Task An_entity_that_others_refer_to_can_not_be_deleted()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        await store.WriteAsync(Account, tx => AccessKeys.Insert(tx, Samples.AccessKey(user)));

        await Assert.ThrowsAsync<StoreConflictException>(() => store.WriteAsync(Account, tx => Users.Delete(tx, user)));
        await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync(Account, static tx => Users.Delete(tx, Samples.User("nobody"))));

        Assert.NotNull(await store.ReadAsync(tx => Users.ById(tx, Account, user.Id)));
    }

    [Fact]
    public async Task A_session_of_the_console_comes_back_as_it_was_until_it_is_deleted_or_over()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        var session = await store.WriteAsync(Account, tx =>
        {
            var made = Samples.ConsoleSession(user, tx.Now);
            ConsoleSessions.Insert(tx, made);
            return made;
        });
        Assert.Equal(session, await store.ReadAsync(tx => ConsoleSessions.Find(tx, session.Id)));

        var proven = session with { OwesMfa = false, MfaAt = session.Created, PasswordStamp = "another" };
        await store.WriteAsync(Account, tx =>
        {
            ConsoleSessions.Update(tx, proven);
            ConsoleSessions.DeleteExpired(tx);
            return true;
        });
        Assert.Equal(proven, await store.ReadAsync(tx => ConsoleSessions.Find(tx, session.Id)));

        var over = proven with { Id = new string('b', 64), Expires = proven.Created };
        await store.WriteAsync(Account, tx =>
        {
            ConsoleSessions.Insert(tx, over);
            ConsoleSessions.DeleteExpired(tx);
            ConsoleSessions.Delete(tx, session.Id);
            return true;
        });
        Assert.Null(await store.ReadAsync(tx => ConsoleSessions.Find(tx, over.Id)));
        Assert.Null(await store.ReadAsync(tx => ConsoleSessions.Find(tx, session.Id)));
    }

    [Fact]
    public async Task Emptying_an_account_leaves_nothing_of_it_and_touches_no_other()
    {
        var store = await Place.OpenWithAccountsAsync();
        await FillAsync(store, Account);
        var theirs = await store.CreateUserAsync("bob", account: Other);
        await store.WriteAsync(Account, static tx => Accounts.Empty(tx, Account));

        using var tx = store.OpenRead();
        foreach (var table in Emptying.Tables)
        {
            Assert.True(tx.Number(new Sql($"SELECT COUNT(*) FROM {table} WHERE account_id = $1"), Account) == 0, table);
        }

        Assert.Equal(3, tx.RevisionOf(Account));
        Assert.Equal(theirs, Users.Find(tx, Other, "bob"));
    }

    private static async Task FillAsync(IStore store, Policy.AccountId account)
    {
        var (user, group, role, policy) = (Samples.User("bob"), Samples.Group("crew"), Samples.Role("app"), Samples.Policy("p"));
        await store.WriteAsync(account, tx =>
        {
            Users.Insert(tx, user);
            Groups.Insert(tx, group);
            Roles.Insert(tx, role);
            Policies.Insert(tx, policy);
            PolicyVersions.Insert(
                tx, policy, new PolicyVersionRecord { Account = account, PolicyId = policy.Id, Number = 1, Document = "{}", Created = tx.Now });
            Memberships.Insert(tx, group.Id, user.Id);
            AccessKeys.Insert(tx, Samples.AccessKey(user));
            LoginProfiles.Insert(
                tx, new LoginProfileRecord { Account = account, UserId = user.Id, PasswordHash = "h", Created = tx.Now, Changed = tx.Now });
            InstanceProfiles.Insert(
                tx,
                new InstanceProfileRecord { Account = account, Id = UniqueId.New("AIPA"), Name = "i", Path = "/", RoleId = role.Id, Created = tx.Now });
            InlinePolicies.Put(tx, new InlinePolicyRecord { Account = account, EntityId = role.Id, Name = "in", Document = "{}" });
            Attachments.Insert(tx, new AttachmentRecord { Account = account, EntityId = user.Id, PolicyArn = policy.Arn });
            ConsoleSessions.Insert(tx, Samples.ConsoleSession(user, tx.Now));
            tx.Audit("{}"u8.ToArray());
        });
        await store.AppendAsync(tx =>
        {
            LastUsed.Record(tx, [new LastUsedRecord { Account = account, Id = user.Id, At = tx.Now }]);
            ServicesLastUsed.Record(
                tx, [new ServiceLastUsedRecord { Account = account, EntityId = user.Id, Service = "s3", Action = "", At = tx.Now, Region = "" }]);
        });
    }
}
