using Claviger.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Claviger.Pipeline;

/// <summary>The pipeline's parts, for the program that puts them together.</summary>
public static class PipelineServices
{
    /// <summary>Adds all parts but the store, its sealing keys, the clock, the addresses of console and endpoint, and the services of AWS.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddSingleton<SecretBox>()
        .AddSingleton(static provider => new SessionTokens(
            provider.GetRequiredService<SealingKeys>(), provider.GetRequiredService<IStore>().DeploymentId))
        .AddSingleton<MfaCodes>()
        .AddSingleton<UsageGatherer>()
        .AddHostedService(static provider => provider.GetRequiredService<UsageGatherer>())
        .AddHostedService<SealingKeyUpkeep>()
        .AddSingleton<Authenticator>()
        .AddSingleton<RecentChanges>()
        .AddSingleton<PolicyDocuments>()
        .AddSingleton<TrustPolicies>()
        .AddSingleton<PrincipalPolicies>()
        .AddSingleton<AuthorizationMessages>()
        .AddSingleton<DenialJournal>()
        .AddSingleton<Authorizer>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<Invocation>()
        .AddSingleton<Failures>()
        .AddSingleton<Calls>()
        .AddSingleton<IDataProtectionProvider>(static provider => new SealedProtection(provider.GetRequiredService<SecretBox>()))
        .AddSingleton(ConsoleLimits.Default)
        .AddSingleton<ConsoleSessionBook>()
        .AddSingleton<PasswordWork>()
        .AddSingleton<ConsoleSignIn>()
        .AddSingleton<AccountMaker>()
        .AddSingleton<AwsServices>()
        .AddSingleton<ObjectCors>()
        .AddSingleton<ObjectEndpoint>()
        .AddSingleton<AwsEndpoint>()
        .AddSingleton<OwnEndpoint>()
        .AddSingleton<TokenSigningKeys>()
        .AddSingleton<TokenIssuerEndpoint>()
        .AddSingleton<OwnGate>()
        .AddSingleton<OwnOperation, CreateAccount>()
        .AddSingleton<OwnOperation, SetQuota>();
}
