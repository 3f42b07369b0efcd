using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Opens the encoded message of a denial: what was decided, why, and over which values.</summary>
internal sealed class DecodeAuthorizationMessage(AuthorizationMessages messages)
    : ReadOperation<DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse>
{
    protected override void Authorize(DecodeAuthorizationMessageRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("sts:DecodeAuthorizationMessage");

    protected override DecodeAuthorizationMessageResponse Run(
        DecodeAuthorizationMessageRequest request, CallContext call, ReadTransaction state) => new()
        {
            DecodedMessage = messages.Open(call.Caller.Account, request.EncodedMessage)
                ?? throw AwsError.InvalidAuthorizationMessageException("Message is not valid."),
        };
}
