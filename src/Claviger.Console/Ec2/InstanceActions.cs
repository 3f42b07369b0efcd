using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Console;

/// <summary>What the buttons do that stand over a list of instances and beside one.</summary>
internal static class InstanceActions
{
    /// <summary>The buttons: what the form says, and what stands on them.</summary>
    public static IReadOnlyList<(string Verb, string Label)> All { get; } = [("start", "Start"), ("stop", "Stop"), ("reboot", "Reboot"), ("terminate", "Terminate…")];

    /// <summary>Whether an action goes with a state. The pipeline says so too; a button that can only fail is not offered.</summary>
    public static bool GoesWith(string verb, string? state) => verb switch
    {
        "start" => state is "stopped",
        "stop" or "reboot" => state is "running",
        _ => state is not ("terminated" or "shutting-down"),
    };

    /// <summary>Does it.</summary>
    /// <exception cref="Claviger.Aws.AwsError">It was refused, for all.</exception>
    public static async Task RunAsync(PrincipalCalls aws, string verb, IReadOnlyList<string> ids)
    {
        switch (verb)
        {
            case "start":
                await aws.CallAsync(StartInstancesRequest.Operation, new() { InstanceIds = ids });
                break;
            case "stop":
                await aws.CallAsync(StopInstancesRequest.Operation, new() { InstanceIds = ids });
                break;
            case "reboot":
                await aws.CallAsync(RebootInstancesRequest.Operation, new() { InstanceIds = ids });
                break;
            case "terminate":
                await aws.CallAsync(TerminateInstancesRequest.Operation, new() { InstanceIds = ids });
                break;
        }
    }

    /// <summary>What the next page says of it.</summary>
    public static string Says(string verb, IReadOnlyList<string> ids)
    {
        var doing = verb switch
        {
            "start" => "Starting",
            "stop" => "Stopping",
            "reboot" => "Rebooting",
            _ => "Terminating",
        };
        return ids.Count == 1 ? $"{doing} {ids[0]}." : $"{doing} {PageAddress.Text(ids.Count)} instances.";
    }
}
