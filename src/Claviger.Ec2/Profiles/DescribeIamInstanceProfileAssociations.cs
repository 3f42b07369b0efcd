using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists which instances have which profiles.</summary>
internal sealed class DescribeIamInstanceProfileAssociations
    : ReadOperation<DescribeIamInstanceProfileAssociationsRequest, DescribeIamInstanceProfileAssociationsResponse>
{
    private static readonly FilterTable<IamInstanceProfileAssociationShape> Filters = new FilterTable<IamInstanceProfileAssociationShape>()
        .Add("instance-id", static association => association.InstanceId)
        .Add("state", static association => association.State);

    protected override void Refine(DescribeIamInstanceProfileAssociationsRequest request, CallContext call)
    {
        foreach (var id in request.AssociationIds ?? [])
        {
            AssociationLookup.Refine(id);
        }
    }

    protected override void Authorize(
        DescribeIamInstanceProfileAssociationsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeIamInstanceProfileAssociations", call);

    protected override DescribeIamInstanceProfileAssociationsResponse Run(
        DescribeIamInstanceProfileAssociationsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var associations = Instances.Of(state, call.Caller.Account, call.Region)
            .Where(static instance => instance.Details.AssociationId is not null)
            .Select(static instance => ProfileLookup.Shape(instance, "associated"))
            .ToDictionary(static association => association.AssociationId!);
        if (request.AssociationIds?.FirstOrDefault(id => !associations.ContainsKey(id)) is { } unknown)
        {
            throw AssociationLookup.NotFound(unknown);
        }

        var wanted = associations.Values
            .Where(association => request.AssociationIds is null or [] || request.AssociationIds.Contains(association.AssociationId!));
        var shown = Filters.Apply(wanted, request.Filters).OrderBy(static association => association.AssociationId, StringComparer.Ordinal);
        return new DescribeIamInstanceProfileAssociationsResponse
        {
            IamInstanceProfileAssociations = page.CutWhole(shown, static association => association.AssociationId!, out var nextToken),
            NextToken = nextToken,
        };
    }
}
