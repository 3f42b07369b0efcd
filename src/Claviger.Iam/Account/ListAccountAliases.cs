using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's aliases; there can be only one.</summary>
internal sealed class ListAccountAliases : ReadOperation<ListAccountAliasesRequest, ListAccountAliasesResponse>
{
    protected override void Authorize(ListAccountAliasesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListAccountAliases");

    protected override ListAccountAliasesResponse Run(ListAccountAliasesRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        string[] all = Accounts.Find(state, call.Caller.Account)?.Alias is { } alias ? [alias] : [];
        return new ListAccountAliasesResponse
        {
            AccountAliases = page.CutWhole(all, static alias => alias, out var marker),
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
