namespace Claviger.Store;

/// <summary>Whether a bucket keeps the versions of its objects.</summary>
public enum BucketVersioning
{
    /// <summary>It never has.</summary>
    Never,

    /// <summary>Each write makes a version.</summary>
    Enabled,

    /// <summary>Writes replace the null version, and leave the others.</summary>
    Suspended,
}
