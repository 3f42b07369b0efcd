using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows who can use a service by the policies of a report, and when each of them last did.</summary>
internal sealed class GetServiceLastAccessedDetailsWithEntities
    : ReadOperation<GetServiceLastAccessedDetailsWithEntitiesRequest, GetServiceLastAccessedDetailsWithEntitiesResponse>
{
    protected override void Authorize(
        GetServiceLastAccessedDetailsWithEntitiesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetServiceLastAccessedDetailsWithEntities");

    protected override GetServiceLastAccessedDetailsWithEntitiesResponse Run(
        GetServiceLastAccessedDetailsWithEntitiesRequest request, CallContext call, ReadTransaction state)
    {
        var (report, created) = AccessReport.Demand(request.JobId, call, state);
        var (users, documents) = report.Subjects(call, state);
        if (!documents.Any(document => GrantedServices.Reaches(document, request.ServiceNamespace)))
        {
            throw AwsError.NoSuchEntity($"The service {request.ServiceNamespace} is not among those of the report.");
        }

        var page = Page.Of(call, request.Marker, request.MaxItems);
        var listed = page.CutWhole(users.OrderBy(static user => user.Id, StringComparer.Ordinal), static user => user.Id, out var marker);
        return new GetServiceLastAccessedDetailsWithEntitiesResponse
        {
            JobStatus = "COMPLETED",
            JobCreationDate = created,
            JobCompletionDate = created,
            EntityDetailsList = [.. listed.Select(user => new EntityDetailsShape
            {
                EntityInfo = new EntityInfoShape
                {
                    Arn = user.Arn,
                    Name = user.Name,
                    Type = user.Kind == PolicyHolderKind.User ? "USER" : "ROLE",
                    Id = user.Id,
                    Path = user.Path,
                },
                LastAuthenticated = LastUse(user, request.ServiceNamespace, call, state),
            })],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static DateTimeOffset? LastUse(PolicyHolder user, string service, CallContext call, ReadTransaction state) =>
        ServicesLastUsed.Of(state, call.Caller.Account, user.Id)
            .FirstOrDefault(use => use.Action.Length == 0 && string.Equals(use.Service, service, StringComparison.OrdinalIgnoreCase))?.At;
}
