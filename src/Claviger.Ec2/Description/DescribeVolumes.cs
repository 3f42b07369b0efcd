using System.Globalization;
using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists volumes: each instance has one, for as long as it isn't terminated.</summary>
internal sealed class DescribeVolumes : ReadOperation<DescribeVolumesRequest, DescribeVolumesResponse>
{
    private static readonly FilterTable<VolumeShape> Filters = new FilterTable<VolumeShape>()
        .Add("attachment.attach-time", static volume => Attachment(volume).AttachTime?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
        .Add("attachment.delete-on-termination", static _ => true)
        .Add("attachment.device", static volume => Attachment(volume).Device)
        .Add("attachment.instance-id", static volume => Attachment(volume).InstanceId)
        .Add("attachment.status", static volume => Attachment(volume).State)
        .Add("availability-zone", static volume => volume.AvailabilityZone)
        .Add("encrypted", static volume => volume.Encrypted == true)
        .Add("size", static volume => volume.Size?.ToString(CultureInfo.InvariantCulture))
        .Add("status", static volume => volume.State)
        .Add("volume-id", static volume => volume.VolumeId)
        .Add("volume-type", static volume => volume.VolumeType)
        .AddTags(static volume => TagRules.Set(volume.Tags));

    protected override void Refine(DescribeVolumesRequest request, CallContext call)
    {
        foreach (var id in request.VolumeIds ?? [])
        {
            if (!ResourceId.IsOf("vol", id))
            {
                throw new AwsError("InvalidParameterValue", 400, $"Value ({id}) for parameter volumes is invalid. Expected: 'vol-...'.");
            }
        }
    }

    protected override void Authorize(DescribeVolumesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeVolumes", call);

    protected override DescribeVolumesResponse Run(DescribeVolumesRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var volumes = InstanceView.All(call, state).Where(static view => view.IsWhole).Select(Shape).ToDictionary(static volume => volume.VolumeId!);
        if (request.VolumeIds?.FirstOrDefault(id => !volumes.ContainsKey(id)) is { } unknown)
        {
            throw new AwsError("InvalidVolume.NotFound", 400, $"The volume '{unknown}' does not exist.");
        }

        var wanted = volumes.Values.Where(volume => request.VolumeIds is null or [] || request.VolumeIds.Contains(volume.VolumeId!));
        var shown = Filters.Apply(wanted, request.Filters).OrderBy(static volume => volume.VolumeId, StringComparer.Ordinal);
        return new DescribeVolumesResponse
        {
            Volumes = page.CutWhole(shown, static volume => volume.VolumeId!, out var nextToken),
            NextToken = nextToken,
        };
    }

    private static VolumeAttachmentShape Attachment(VolumeShape volume) => volume.Attachments![0];

    private static VolumeShape Shape(InstanceView view) => new()
    {
        VolumeId = view.Details.VolumeId,
        AvailabilityZone = view.Details.AvailabilityZone,
        CreateTime = view.Details.Created,
        Encrypted = false,
        MultiAttachEnabled = false,
        Size = view.Details.VolumeGiB,
        SnapshotId = "",
        State = "in-use",
        VolumeType = view.Details.VolumeType,
        Tags = TagRules.Shapes(view.VolumeTags),
        Attachments =
        [
            new VolumeAttachmentShape
            {
                VolumeId = view.Details.VolumeId,
                InstanceId = view.Record.Id,
                Device = InstanceShapes.RootDevice,
                State = "attached",
                AttachTime = view.Details.Created,
                DeleteOnTermination = true,
            },
        ],
    };
}
