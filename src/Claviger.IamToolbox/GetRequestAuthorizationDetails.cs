using Claviger.Aws;
using Claviger.Aws.Shapes.IamToolbox;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.IamToolbox;

/// <summary>Tells why a call of the account was denied, as it was at that moment.</summary>
/// <remarks>The member <c>explanation</c> of an evaluation is this server's own; clients that don't know it pass it over.</remarks>
internal sealed class GetRequestAuthorizationDetails(DenialJournal denials)
    : ReadOperation<GetRequestAuthorizationDetailsRequest, GetRequestAuthorizationDetailsResponse>
{
    protected override void Authorize(GetRequestAuthorizationDetailsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetRequestAuthorizationDetails");

    protected override GetRequestAuthorizationDetailsResponse Run(
        GetRequestAuthorizationDetailsRequest request, CallContext call, ReadTransaction state)
    {
        if (request.NextToken is not null)
        {
            // All there is to say of a denial is on one page.
            throw AwsError.ValidationException("The next token is not valid.");
        }

        var denial = denials.Find(call.Caller.Account, request.AuthorizationId, state) ?? throw Details.NotFound();
        return new GetRequestAuthorizationDetailsResponse
        {
            RequestContext = denial.RequestContext,
            Evaluations = [Details.Evaluation(denial)],
            Policies = [.. denial.Policies.Select(Details.Policy)],
        };
    }
}
