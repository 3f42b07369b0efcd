using System.Diagnostics.CodeAnalysis;

namespace Claviger.Ec2;

/// <summary>Whether this server runs instances: with which driver and images, or why not.</summary>
public sealed class InstanceHosting
{
    private readonly Func<IReadOnlyList<InstanceImage>> _images;

    /// <summary>A server that runs instances.</summary>
    /// <param name="driver">What runs them.</param>
    /// <param name="images">The images that are registered on the host now; cheap to ask for.</param>
    public InstanceHosting(IInstanceDriver driver, Func<IReadOnlyList<InstanceImage>> images) => (Driver, Caretaker, _images) = (driver, driver, images);

    private InstanceHosting(string obstacle, Func<IReadOnlyList<InstanceImage>> images, IInstanceDriver? halted) =>
        (Obstacle, _images, Caretaker) = (obstacle, images, halted);

    /// <summary>What runs instances; null where nothing does.</summary>
    public IInstanceDriver? Driver { get; }

    /// <summary>What looks after the instances of this host: the driver, or what only ends those that a server before this one ran; null where there were none.</summary>
    public IInstanceDriver? Caretaker { get; }

    /// <summary>Why nothing runs instances, in one sentence, with the remedy; null where something does.</summary>
    public string? Obstacle { get; }

    /// <summary>The images on this host.</summary>
    public IReadOnlyList<InstanceImage> Images => _images();

    /// <summary>A server that runs none.</summary>
    /// <param name="obstacle">Why, in one sentence, with the remedy.</param>
    /// <param name="images">The images that are registered all the same.</param>
    /// <param name="halted">What ends the instances that a server before this one ran here.</param>
    public static InstanceHosting Without(string obstacle, Func<IReadOnlyList<InstanceImage>>? images = null, IInstanceDriver? halted = null) =>
        new(obstacle, images ?? (static () => []), halted);

    /// <summary>Gives the driver, or the sentence that says why there is none.</summary>
    public bool TryGetDriver([NotNullWhen(true)] out IInstanceDriver? driver, [NotNullWhen(false)] out string? obstacle)
    {
        (driver, obstacle) = (Driver, Obstacle);
        return driver is not null;
    }
}
