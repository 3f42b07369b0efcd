using System.Text.Json;
using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Makes a further account; for the first account's root user.</summary>
internal sealed class CreateAccount(IStore store, AccountMaker maker) : OwnOperation
{
    public override string Path => "accounts";

    public override string Name => "CreateAccount";

    public override async Task<object> RunAsync(CallContext call, ReadOnlyMemory<byte> body)
    {
        var first = await store.ReadAsync(AccountMaker.First);
        if (first?.Id != call.Caller.Account)
        {
            throw AwsError.AccessDenied($"User: {call.Caller.Arn} is not authorized to perform: claviger:{Name} because only the first account's root user is");
        }

        var settings = Read(body, OwnJson.Default.AccountSettings);
        var id = default(AccountId);
        if (settings.AccountId is { } text && (!AccountId.TryParse(text, out id) || id == SystemAccount.Id))
        {
            throw AwsError.ValidationError("AccountId must have 12 digits.");
        }

        AccountForm.Demand(settings);
        var wanted = new NewAccount
        {
            Id = settings.AccountId is null ? null : id,
            RootEmail = settings.RootEmail,
            RootPassword = settings.RootPassword,
            RootAccessKeyId = settings.RootAccessKeyId,
            RootSecretAccessKey = settings.RootSecretAccessKey,
        };
        var made = await maker.MakeAsync(wanted, account => AuditTrail.OfOwnWrite(call, json => WriteAudit(json, account)));
        return new AccountSettings
        {
            AccountId = made.Id.ToString(),
            RootEmail = made.RootEmail,
            RootPassword = made.RootPassword,
            RootAccessKeyId = made.RootAccessKeyId,
            RootSecretAccessKey = made.RootSecretAccessKey,
        };
    }

    private static void WriteAudit(Utf8JsonWriter json, MadeAccount account)
    {
        json.WriteStartObject();
        json.WriteString("accountId"u8, account.Id.ToString());
        json.WriteString("rootEmail"u8, account.RootEmail);
        json.WriteString("rootAccessKeyId"u8, account.RootAccessKeyId);
        json.WriteEndObject();
    }
}
