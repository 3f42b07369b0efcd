using System.Globalization;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists the images that the operator has registered on the host: the same for all accounts, as Amazon's are.</summary>
internal sealed class DescribeImages(InstanceHosting hosting) : ReadOperation<DescribeImagesRequest, DescribeImagesResponse>
{
    private static readonly FilterTable<ImageShape> Filters = new FilterTable<ImageShape>()
        .Add("architecture", static image => image.Architecture)
        .Add("creation-date", static image => image.CreationDate)
        .Add("description", static image => image.Description)
        .Add("hypervisor", static image => image.Hypervisor)
        .Add("image-id", static image => image.ImageId)
        .Add("image-type", static image => image.ImageType)
        .Add("is-public", static _ => true)
        .Add("name", static image => image.Name)
        .Add("owner-alias", static image => image.ImageOwnerAlias)
        .Add("owner-id", static image => image.OwnerId)
        .Add("platform", static _ => null)
        .Add("root-device-name", static image => image.RootDeviceName)
        .Add("root-device-type", static image => image.RootDeviceType)
        .Add("state", static image => image.State)
        .Add("virtualization-type", static image => image.VirtualizationType)
        .AddTags(static image => TagRules.Set(image.Tags));

    protected override void Refine(DescribeImagesRequest request, CallContext call)
    {
        foreach (var id in request.ImageIds ?? [])
        {
            ResourceId.Demand("ami", id, "InvalidAMIID.Malformed");
        }
    }

    protected override void Authorize(DescribeImagesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeImages", call);

    protected override DescribeImagesResponse Run(DescribeImagesRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var images = hosting.Images;
        if (request.ImageIds?.Where(id => !images.Any(image => image.ImageId == id)).ToArray() is { Length: > 0 } unknown)
        {
            throw LaunchImage.NotFound(unknown);
        }

        var shapes = images
            .Where(image => request.ImageIds is null or [] || request.ImageIds.Contains(image.ImageId))
            .Where(_ => request.Owners is null or [] || request.Owners.Any(static owner => owner is LaunchImage.OwnerAlias or LaunchImage.Owner))
            .Where(_ => request.ExecutableUsers is null or [] || request.ExecutableUsers.Contains("all"))
            .OrderBy(static image => image.ImageId, StringComparer.Ordinal)
            .Select(image => Shape(image, call, state));
        return new DescribeImagesResponse
        {
            Images = page.CutWhole(Filters.Apply(shapes, request.Filters), static image => image.ImageId!, out var nextToken),
            NextToken = nextToken,
        };
    }

    private static ImageShape Shape(InstanceImage image, CallContext call, ReadTransaction state) => new()
    {
        ImageId = image.ImageId,
        Name = image.Name,
        Description = image.Description,
        Architecture = image.Architecture,
        CreationDate = image.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ImageLocation = $"{LaunchImage.OwnerAlias}/{image.Name}",
        ImageOwnerAlias = LaunchImage.OwnerAlias,
        ImageType = "machine",
        OwnerId = LaunchImage.Owner,
        Public = true,
        State = "available",
        PlatformDetails = "Linux/UNIX",
        UsageOperation = "RunInstances",
        EnaSupport = true,
        Hypervisor = "xen",
        VirtualizationType = "hvm",
        BootMode = "legacy-bios",
        RootDeviceName = InstanceShapes.RootDevice,
        RootDeviceType = "ebs",
        BlockDeviceMappings =
        [
            new BlockDeviceMappingShape
            {
                DeviceName = InstanceShapes.RootDevice,
                Ebs = new EbsBlockDeviceShape
                {
                    DeleteOnTermination = true,
                    VolumeSize = image.SizeGiB,
                    VolumeType = "gp3",
                    Encrypted = false,
                },
            },
        ],
        Tags = TagRules.Shapes(ResourceTags.Of(state, call, image.ImageId)),
    };
}
