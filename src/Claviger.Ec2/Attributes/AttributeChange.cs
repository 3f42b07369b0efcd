using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Ec2;

/// <summary>The one attribute that a modification changes, in whichever of its two forms the request has it.</summary>
/// <param name="Name">The attribute's name, <c>instanceType</c>.</param>
/// <param name="Value">Its new value as text; null where it is none.</param>
internal sealed record AttributeChange(string Name, string? Value)
{
    /// <summary>Reads the change that a request asks for.</summary>
    /// <exception cref="AwsError">It asks for none, or for several.</exception>
    public static AttributeChange Of(ModifyInstanceAttributeRequest request)
    {
        AttributeChange[] changes = [.. All(request)];
        return changes.Length == 1
            ? changes[0]
            : throw AwsError.InvalidParameterCombination(changes.Length == 0
                ? "No attributes specified."
                : "Fields for multiple attribute types specified: " + string.Join(", ", changes.Select(static change => change.Name)));
    }

    private static IEnumerable<AttributeChange> All(ModifyInstanceAttributeRequest request)
    {
        if (request.Attribute is { } attribute && (request.Value is not null || attribute != "blockDeviceMapping"))
        {
            yield return new(attribute, request.Value);
        }

        (string Name, bool IsSent, string? Value)[] fields =
        [
            ("instanceType", request.InstanceType is not null, request.InstanceType?.Value),
            ("userData", request.UserData is not null, request.UserData?.Value is { } data ? Convert.ToBase64String(data.Span) : null),
            ("disableApiTermination", request.DisableApiTermination is not null, Text(request.DisableApiTermination)),
            ("disableApiStop", request.DisableApiStop is not null, Text(request.DisableApiStop)),
            ("sourceDestCheck", request.SourceDestCheck is not null, Text(request.SourceDestCheck)),
            ("ebsOptimized", request.EbsOptimized is not null, Text(request.EbsOptimized)),
            ("enaSupport", request.EnaSupport is not null, Text(request.EnaSupport)),
            ("instanceInitiatedShutdownBehavior", request.InstanceInitiatedShutdownBehavior is not null, request.InstanceInitiatedShutdownBehavior?.Value),
            ("groupSet", request.Groups is not null, string.Join(',', request.Groups ?? [])),
            ("kernel", request.Kernel is not null, request.Kernel?.Value),
            ("ramdisk", request.Ramdisk is not null, request.Ramdisk?.Value),
            ("sriovNetSupport", request.SriovNetSupport is not null, request.SriovNetSupport?.Value),
            ("enclaveOptions", request.EnclaveOptions is not null, null),
            ("blockDeviceMapping", request.BlockDeviceMappings is not null, null),
        ];
        foreach (var (name, isSent, value) in fields)
        {
            if (isSent)
            {
                yield return new(name, value);
            }
        }
    }

    private static string? Text(AttributeBooleanValueShape? value) => value?.Value is { } truth ? (truth ? "true" : "false") : null;
}
