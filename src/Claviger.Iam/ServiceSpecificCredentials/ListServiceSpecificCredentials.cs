using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the credentials of a user, or of all users, for one service or for all, without their secrets.</summary>
internal sealed class ListServiceSpecificCredentials : ReadOperation<ListServiceSpecificCredentialsRequest, ListServiceSpecificCredentialsResponse>
{
    protected override void Refine(ListServiceSpecificCredentialsRequest request, CallContext call)
    {
        if (request is { AllUsers: true, UserName: not null })
        {
            throw AwsError.InvalidInput("UserName and AllUsers can't both be given.");
        }

        if (request.ServiceName is { } service && ServiceCredentialForm.Of(service) is null)
        {
            throw AwsError.NotSupportedService($"No such service {service} is supported for Service Specific Credentials");
        }
    }

    protected override void Authorize(ListServiceSpecificCredentialsRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        if (request.AllUsers is true)
        {
            targets.Add("iam:ListServiceSpecificCredentials", Arns.User(call.Caller.Account, "/", "*"));
            return;
        }

        targets.AddUser("iam:ListServiceSpecificCredentials", call, UserTargets.NameOrOwn(request.UserName, call), state);
    }

    protected override ListServiceSpecificCredentialsResponse Run(ListServiceSpecificCredentialsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var listed = page.Cut(Find(request, call, page, state), static credential => credential.Id, out var marker);
        return new ListServiceSpecificCredentialsResponse
        {
            ServiceSpecificCredentials =
                [.. listed.Select(credential => ServiceCredentialTargets.InList(credential, Users.ById(state, credential.Account, credential.UserId)!))],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static List<ServiceCredentialRecord> Find(
        ListServiceSpecificCredentialsRequest request, CallContext call, Page page, ReadTransaction state)
    {
        if (request.AllUsers is not true)
        {
            return
            [
                .. ServiceCredentials.Of(state, state.User(call, UserTargets.NameOrOwn(request.UserName, call)).Id)
                    .Where(credential => request.ServiceName is null || credential.Service == request.ServiceName)
                    .OrderBy(static credential => credential.Id, StringComparer.Ordinal)
                    .SkipWhile(credential => string.CompareOrdinal(credential.Id, page.After) <= 0)
                    .Take(page.Reach),
            ];
        }

        var found = new List<ServiceCredentialRecord>();
        var after = page.After;
        while (found.Count < page.Reach && ServiceCredentials.Page(state, call.Caller.Account, after, page.Reach) is { Count: > 0 } more)
        {
            found.AddRange(more.Where(credential => request.ServiceName is null || credential.Service == request.ServiceName));
            after = more[^1].Id;
        }

        return [.. found.Take(page.Reach)];
    }
}
