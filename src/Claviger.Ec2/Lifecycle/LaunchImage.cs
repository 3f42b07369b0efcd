using Claviger.Aws;

namespace Claviger.Ec2;

/// <summary>The image of a launch, and whose all images are.</summary>
internal static class LaunchImage
{
    /// <summary>The alias by which clients ask for the images that come with the service.</summary>
    public const string OwnerAlias = "amazon";

    /// <summary>The account that images belong to. No account of anybody's has this number.</summary>
    public const string Owner = "000000000000";

    public static AwsError NotFound(params IReadOnlyList<string> ids) => new("InvalidAMIID.NotFound", 400, ids.Count == 1
        ? $"The image id '[{ids[0]}]' does not exist"
        : $"The image ids '[{string.Join(", ", ids)}]' do not exist");

    /// <summary>The image of an id.</summary>
    /// <exception cref="AwsError">There is none on this host.</exception>
    public static InstanceImage Demand(InstanceHosting hosting, string id) =>
        hosting.Images.FirstOrDefault(image => image.ImageId == id) ?? throw NotFound(id);
}
