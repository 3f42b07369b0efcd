using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of which users are in which groups.</summary>
public static class Memberships
{
    private static readonly Sql Add = new("INSERT INTO memberships (account_id, group_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
    private static readonly Sql Remove = new("DELETE FROM memberships WHERE group_id = $1 AND user_id = $2");
    private static readonly Sql One = new("SELECT COUNT(*) FROM memberships WHERE group_id = $1 AND user_id = $2");
    private static readonly Sql CountGroups = new("SELECT COUNT(*) FROM memberships WHERE user_id = $1");
    private static readonly Sql CountUsers = new("SELECT COUNT(*) FROM memberships WHERE group_id = $1");

    private static readonly Sql ByUser = Groups.Select(
        "WHERE id IN (SELECT group_id FROM memberships WHERE user_id = $1) AND account_id = $2 AND name_key > $3 ORDER BY name_key LIMIT $4");

    private static readonly Sql ByGroup = Users.Select(
        "WHERE id IN (SELECT user_id FROM memberships WHERE group_id = $1) AND account_id = $2 AND name_key > $3 ORDER BY name_key LIMIT $4");

    /// <summary>Whether a user is in a group.</summary>
    public static bool Exists(ReadTransaction tx, string groupId, string userId) => tx.Number(One, groupId, userId) > 0;

    /// <summary>All groups of a user, in the order of their <see cref="NameKey"/>s.</summary>
    public static IReadOnlyList<GroupRecord> GroupsOf(ReadTransaction tx, AccountId account, string userId) =>
        GroupsOf(tx, account, userId, "", int.MaxValue);

    /// <summary>Up to a number of groups of a user, in the order of their <see cref="NameKey"/>s, after a key.</summary>
    public static IReadOnlyList<GroupRecord> GroupsOf(ReadTransaction tx, AccountId account, string userId, string afterKey, int limit) =>
        tx.Many(ByUser, Groups.Read, userId, account, afterKey, limit);

    /// <summary>Up to a number of users of a group, in the order of their <see cref="NameKey"/>s, after a key.</summary>
    public static IReadOnlyList<UserRecord> UsersOf(ReadTransaction tx, AccountId account, string groupId, string afterKey, int limit) =>
        tx.Many(ByGroup, Users.Read, groupId, account, afterKey, limit);

    /// <summary>How many groups a user is in.</summary>
    public static long CountGroupsOf(ReadTransaction tx, string userId) => tx.Number(CountGroups, userId) ?? 0;

    /// <summary>How many users are in a group.</summary>
    public static long CountUsersOf(ReadTransaction tx, string groupId) => tx.Number(CountUsers, groupId) ?? 0;

    /// <summary>Puts a user in a group; does nothing if it is there already.</summary>
    public static void Insert(WriteTransaction tx, string groupId, string userId)
    {
        if (tx.Execute(Add, tx.Account, groupId, userId) > 0)
        {
            tx.Changed(ChangeKind.User, userId);
        }
    }

    /// <summary>Takes a user out of a group; does nothing if it is not there.</summary>
    public static void Delete(WriteTransaction tx, string groupId, string userId)
    {
        if (tx.Execute(Remove, groupId, userId) > 0)
        {
            tx.Changed(ChangeKind.User, userId);
        }
    }
}
