namespace Claviger.S3;

/// <summary>Where the bytes of objects are kept.</summary>
/// <param name="Folder">The folder, made where it is not there; the database must not be another's.</param>
public sealed record ContentPlace(string Folder)
{
    /// <summary>Whether the folder goes with the server, and writes don't wait for the disk.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>
    /// How long nothing must have been written to a file that no object refers to before it is swept. Zero where one server has the folder;
    /// where several share it, longer than the longest wait of any of them between two writes.
    /// </summary>
    public TimeSpan Grace { get; init; }
}
