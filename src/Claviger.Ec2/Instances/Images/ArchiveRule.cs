namespace Claviger.Ec2;

/// <summary>What becomes of devices and of files that would run as their owner, which no image has.</summary>
public enum ArchiveRule
{
    /// <summary>The archive is refused: it was not made to be an image here.</summary>
    Refuse,

    /// <summary>They are left out, and made ordinary files: Debian's packages have some.</summary>
    Clean,
}
