using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Sets a quota of the caller's account, which on AWS is asked of support.</summary>
internal sealed class SetQuota(IStore store) : OwnOperation
{
    public override string Path => "quotas";

    public override string Name => "SetQuota";

    public override async Task<object> RunAsync(CallContext call, ReadOnlyMemory<byte> body)
    {
        var wanted = Read(body, OwnJson.Default.QuotaSetting);
        if (!Quotas.Names.Contains(wanted.Name))
        {
            throw AwsError.ValidationError($"There is no quota {wanted.Name}. The quotas are: {string.Join(", ", Quotas.Names)}.");
        }

        if (wanted.Value < 0)
        {
            throw AwsError.ValidationError("A quota can't be negative.");
        }

        await store.WriteAsync(call.Caller.Account, state =>
        {
            var account = Store.Accounts.Find(state, state.Account)!;
            var quotas = new Dictionary<string, long>(account.Quotas, StringComparer.Ordinal) { [wanted.Name] = wanted.Value };
            Store.Accounts.Update(state, account with { Quotas = quotas });
            state.Audit(AuditTrail.OfOwnWrite(call, json =>
            {
                json.WriteStartObject();
                json.WriteNumber(wanted.Name, wanted.Value);
                json.WriteEndObject();
            }));
            return true;
        });
        return Done.Instance;
    }
}
