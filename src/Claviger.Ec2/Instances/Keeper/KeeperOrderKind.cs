namespace Claviger.Ec2;

/// <summary>What can be asked of a keeper.</summary>
internal enum KeeperOrderKind
{
    /// <summary>Set up the network and the disk, and boot. Answered with the listening sockets, once the instance runs.</summary>
    Boot,

    /// <summary>Hand over the listening sockets of the instance that runs, and keep the connection open for as long as it does.</summary>
    Attach,

    /// <summary>Run a program in the instance. Answered with its standard files or its terminal, and again with its exit code.</summary>
    Run,

    /// <summary>Ask the instance's programs to end, then end all of it.</summary>
    PowerOff,
}
