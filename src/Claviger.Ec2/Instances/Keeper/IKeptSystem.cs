namespace Claviger.Ec2;

/// <summary>What a keeper keeps: programs on this kernel, or a virtual machine with a kernel of its own.</summary>
internal interface IKeptSystem
{
    /// <summary>How it was booted.</summary>
    BootPlan Plan { get; }

    /// <summary>The sockets that it is served by.</summary>
    InstanceListeners Listeners { get; }

    /// <summary>Starts a program in it.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">What its environment holds beside the instance's own.</param>
    /// <param name="files">The open files that it gets.</param>
    /// <param name="terminal">Its controlling terminal.</param>
    /// <exception cref="IOException">It takes no programs.</exception>
    ChildProcess Start(
        IReadOnlyList<string> command, IReadOnlyCollection<KeyValuePair<string, string>> environment, IReadOnlyList<(int Here, int There)> files, string? terminal);

    /// <summary>Asks it to end, and waits for that as long as is fair.</summary>
    void AskToEnd();
}
