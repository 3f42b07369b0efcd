using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Stands for an operation that isn't built yet: it is read, authenticated and authorized like any other, then refused clearly.</summary>
internal sealed class UnbuiltOperation<TRequest, TResponse> : ReadOperation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    public override Coverage Coverage => Coverage.NotYet;

    protected internal override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add($"{Model.Service.Name}:{Model.Name}");

    protected override TResponse Run(TRequest request, CallContext call, ReadTransaction state) =>
        throw (Model.Service.Protocol is RestXmlProtocol
            ? S3Error.NotImplemented()
            : new AwsError("NotImplemented", 501, $"The operation {Model.Name} of {Model.Service.Name} is not implemented by this server."));
}
