using System.Text.Json;
using System.Text.Json.Serialization;
using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A question about what an entity, or those who have a policy, last used; answered when it is fetched.</summary>
/// <param name="Arn">ARN of the user, group, role or policy.</param>
/// <param name="Granularity">AWS's word: services alone, or actions too.</param>
internal sealed partial record AccessReport(string Arn, string Granularity)
{
    public const string ActionLevel = "ACTION_LEVEL";

    private const string IdPrefix = "access/";

    /// <summary>The id that a job's report is kept under.</summary>
    public static string KeyOf(string jobId) => IdPrefix + jobId;

    /// <summary>The report of a job.</summary>
    /// <exception cref="AwsError">There is no such job.</exception>
    public static (AccessReport Report, DateTimeOffset Created) Demand(string jobId, CallContext call, ReadTransaction state) =>
        Reports.Find(state, call.Caller.Account, KeyOf(jobId)) is { } record
            ? (JsonSerializer.Deserialize(record.Content, Json.Default.AccessReport)!, record.Created)
            : throw AwsError.NoSuchEntity($"The job with id {jobId} cannot be found.");

    /// <summary>The report as it is kept.</summary>
    public byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(this, Json.Default.AccessReport);

    /// <summary>The users and roles whose use counts, and the texts of the policies that count.</summary>
    /// <exception cref="AwsError">The entity or policy is not there any more.</exception>
    public (IReadOnlyList<PolicyHolder> Users, IReadOnlyList<string> Documents) Subjects(CallContext call, ReadTransaction state)
    {
        var account = call.Caller.Account;
        if (EntityPolicies.TextOf(Arn, state) is { } document)
        {
            var holders = Attachments.OfPolicy(state, account, Arn, "", int.MaxValue).SelectMany(attachment => Holders(attachment.EntityId, call, state));
            return ([.. holders.DistinctBy(static holder => holder.Id)], [document]);
        }

        var source = state.PolicySource(Arn, call);
        string[] documents = [.. EntityPolicies.Of(source, account, state).Select(static policy => policy.Document)];
        return ([.. Holders(source.Id, call, state)], documents);
    }

    // Those who act: a user or role itself, of a group its members.
    private static IEnumerable<PolicyHolder> Holders(string id, CallContext call, ReadTransaction state)
    {
        var account = call.Caller.Account;
        if (Users.ById(state, account, id) is { } user)
        {
            return [PolicyHolder.Find(PolicyHolderKind.User, state, account, user.Name)!];
        }

        if (Roles.ById(state, account, id) is { } role)
        {
            return [PolicyHolder.Find(PolicyHolderKind.Role, state, account, role.Name)!];
        }

        return Memberships.UsersOf(state, account, id, "", int.MaxValue)
            .Select(member => PolicyHolder.Find(PolicyHolderKind.User, state, account, member.Name)!);
    }

    [JsonSerializable(typeof(AccessReport))]
    private sealed partial class Json : JsonSerializerContext;
}
