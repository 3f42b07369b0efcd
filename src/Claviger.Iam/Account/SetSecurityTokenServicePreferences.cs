using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Says whether sessions begun at STS's global endpoint are good in every Region (<c>v2Token</c>), or in those that all accounts have.</summary>
// AWS: this server has no Region that an account must switch on, so that sessions of either kind are good in all.
internal sealed class SetSecurityTokenServicePreferences
    : WriteOperation<SetSecurityTokenServicePreferencesRequest, SetSecurityTokenServicePreferencesResponse>
{
    private const string Setting = "GlobalEndpointTokenVersion";
    private const string Second = "v2Token";

    /// <summary>The version that an account has chosen, 1 or 2.</summary>
    public static int VersionOf(AccountRecord account) => account.Settings.TryGetValue(Setting, out var chosen) && chosen == Second ? 2 : 1;

    protected override void Authorize(SetSecurityTokenServicePreferencesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:SetSecurityTokenServicePreferences");

    protected override SetSecurityTokenServicePreferencesResponse Commit(
        SetSecurityTokenServicePreferencesRequest request, CallContext call, WriteTransaction state)
    {
        var account = Accounts.Find(state, state.Account)!;
        var settings = new Dictionary<string, string>(account.Settings, StringComparer.Ordinal) { [Setting] = request.GlobalEndpointTokenVersion };
        Accounts.Update(state, account with { Settings = settings });
        return SetSecurityTokenServicePreferencesResponse.Empty;
    }
}
