using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Shows what an instance has written to its console: the last 64 KiB, in base64.</summary>
internal sealed class GetConsoleOutput(InstanceHosting hosting) : AwaitedReadOperation<GetConsoleOutputRequest, InstanceRecord, GetConsoleOutputResponse>
{
    protected override void Refine(GetConsoleOutputRequest request, CallContext call) => ResourceId.DemandInstances([request.InstanceId]);

    protected override void Authorize(GetConsoleOutputRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstance("ec2:GetConsoleOutput", call, request.InstanceId, state);

    protected override InstanceRecord Find(GetConsoleOutputRequest request, CallContext call, ReadTransaction state)
    {
        var instance = state.DemandInstance(call, request.InstanceId);
        DryRuns.End(request.DryRun);
        return instance;
    }

    protected override async ValueTask<GetConsoleOutputResponse> AnswerAsync(GetConsoleOutputRequest request, InstanceRecord found, CallContext call)
    {
        var console = hosting.Caretaker is { } driver && driver.Host == found.Host
            ? await driver.ConsoleAsync(found.Id, CancellationToken.None)
            : null;
        return new GetConsoleOutputResponse
        {
            InstanceId = found.Id,
            Timestamp = console?.At ?? found.Launched,
            Output = console is null ? null : Convert.ToBase64String(console.Output.Span),
        };
    }
}
