namespace Claviger.EndToEnd;

/// <summary>As whom the server of a lab runs, and its instances with it.</summary>
public enum LabDriver
{
    /// <summary>An ordinary user: the tests' own, or, where that is root, the user that instances are of.</summary>
    Rootless,

    /// <summary>Root, whose instances are of another user.</summary>
    Root,
}
