using Claviger.Aws.Shapes.Iam;
using Claviger.Catalogue;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows when each service that policies reach was last used, and by whom.</summary>
internal sealed class GetServiceLastAccessedDetails : ReadOperation<GetServiceLastAccessedDetailsRequest, GetServiceLastAccessedDetailsResponse>
{
    protected override void Authorize(GetServiceLastAccessedDetailsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetServiceLastAccessedDetails");

    protected override GetServiceLastAccessedDetailsResponse Run(
        GetServiceLastAccessedDetailsRequest request, CallContext call, ReadTransaction state)
    {
        var (report, created) = AccessReport.Demand(request.JobId, call, state);
        var (users, documents) = report.Subjects(call, state);
        var uses = users.SelectMany(user => ServicesLastUsed.Of(state, call.Caller.Account, user.Id).Select(use => (User: user, Use: use)))
            .ToLookup(static it => it.Use.Service, StringComparer.OrdinalIgnoreCase);
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var services = page.CutWhole(GrantedServices.Of(documents), static service => service.Prefix, out var marker);
        return new GetServiceLastAccessedDetailsResponse
        {
            JobStatus = "COMPLETED",
            JobType = report.Granularity,
            JobCreationDate = created,
            JobCompletionDate = created,
            ServicesLastAccessed = [.. services.Select(service => Shape(service, uses[service.Prefix], report.Granularity == AccessReport.ActionLevel))],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static ServiceLastAccessedShape Shape(Service service, IEnumerable<(PolicyHolder User, ServiceLastUsedRecord Use)> uses, bool withActions)
    {
        var all = uses.OrderByDescending(static it => it.Use.At).ToArray();
        var ofService = Array.FindAll(all, static it => it.Use.Action.Length == 0);
        var last = ofService.FirstOrDefault();
        return new ServiceLastAccessedShape
        {
            ServiceName = service.Name,
            ServiceNamespace = service.Prefix,
            LastAuthenticated = last.Use?.At,
            LastAuthenticatedEntity = last.User?.Arn,
            LastAuthenticatedRegion = last.Use?.Region,
            TotalAuthenticatedEntities = ofService.Select(static it => it.User.Id).Distinct(StringComparer.Ordinal).Count(),
            TrackedActionsLastAccessed = withActions
                ? [.. all.Where(static it => it.Use.Action.Length > 0).DistinctBy(static it => it.Use.Action).Select(static it => new TrackedActionLastAccessedShape
                {
                    ActionName = it.Use.Action,
                    LastAccessedEntity = it.User.Arn,
                    LastAccessedTime = it.Use.At,
                    LastAccessedRegion = it.Use.Region,
                })]
                : null,
        };
    }
}
