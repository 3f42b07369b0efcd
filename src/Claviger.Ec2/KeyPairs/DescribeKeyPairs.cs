using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists key pairs.</summary>
internal sealed class DescribeKeyPairs : ReadOperation<DescribeKeyPairsRequest, DescribeKeyPairsResponse>
{
    private static readonly FilterTable<KeyPairInfoShape> Filters = new FilterTable<KeyPairInfoShape>()
        .Add("fingerprint", static pair => pair.KeyFingerprint)
        .Add("key-name", static pair => pair.KeyName)
        .Add("key-pair-id", static pair => pair.KeyPairId)
        .AddTags(static pair => TagRules.Set(pair.Tags));

    protected override void Authorize(DescribeKeyPairsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeKeyPairs", call);

    protected override DescribeKeyPairsResponse Run(DescribeKeyPairsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var pairs = KeyPairs.Of(state, call.Caller.Account, call.Region);
        if (request.KeyNames?.FirstOrDefault(name => !pairs.Any(pair => pair.Name == name)) is { } name)
        {
            throw KeyPairLookup.NotFound(name);
        }

        if (request.KeyPairIds?.FirstOrDefault(id => !pairs.Any(pair => pair.Id == id)) is { } id)
        {
            throw KeyPairLookup.NotFound(id);
        }

        var shapes = pairs
            .Where(pair => request.KeyNames is null or [] || request.KeyNames.Contains(pair.Name))
            .Where(pair => request.KeyPairIds is null or [] || request.KeyPairIds.Contains(pair.Id))
            .Select(pair => new KeyPairInfoShape
            {
                KeyPairId = pair.Id,
                KeyName = pair.Name,
                KeyType = pair.Kind,
                KeyFingerprint = pair.Fingerprint,
                PublicKey = request.IncludePublicKey == true ? pair.PublicKey : null,
                CreateTime = pair.Created,
                Tags = TagRules.Shapes(ResourceTags.Of(state, call, pair.Id)),
            });
        return new DescribeKeyPairsResponse { KeyPairs = [.. Filters.Apply(shapes, request.Filters)] };
    }
}
