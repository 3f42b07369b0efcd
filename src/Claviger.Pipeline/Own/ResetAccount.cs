using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Empties the caller's account but for its root user, for people who test against a server with state in memory; offered by no other.</summary>
public sealed class ResetAccount(IStore store) : OwnOperation
{
    /// <inheritdoc/>
    public override string Path => "reset";

    /// <inheritdoc/>
    public override string Name => "Reset";

    /// <inheritdoc/>
    public override async Task<object> RunAsync(CallContext call, ReadOnlyMemory<byte> body)
    {
        await store.WriteAsync(call.Caller.Account, state =>
        {
            var root = Store.Accounts.Find(state, state.Account)!;
            var keys = AccessKeys.Of(state, state.Account, userId: null);
            Store.Accounts.Empty(state, state.Account);
            Store.Accounts.Update(state, root with { Alias = null, PasswordPolicy = null, Quotas = new Dictionary<string, long>() });
            foreach (var key in keys)
            {
                AccessKeys.Insert(state, key);
            }

            state.Audit(AuditTrail.OfOwnWrite(call, static json =>
            {
                json.WriteStartObject();
                json.WriteEndObject();
            }));
            return true;
        });
        return Done.Instance;
    }
}
