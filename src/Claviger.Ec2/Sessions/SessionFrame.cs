namespace Claviger.Ec2;

/// <summary>The first byte of each message of a session between this program at the client and at the server.</summary>
/// <remarks>The client's very first message has none: it is the <see cref="SessionPlan"/>, as JSON.</remarks>
public enum SessionFrame : byte
{
    /// <summary>What the program reads, from the client; what it writes, from the server.</summary>
    Data = 0,

    /// <summary>What the program writes as errors.</summary>
    Errors = 1,

    /// <summary>There is no more to read for the program.</summary>
    EndOfInput = 2,

    /// <summary>The client's terminal has another size: columns and rows, 16 bits each, big-endian.</summary>
    Resize = 3,

    /// <summary>The program has ended: its exit code, 32 bits, big-endian. The server's last message.</summary>
    Exit = 4,

    /// <summary>The program could not be started: a sentence. The server's last message.</summary>
    Obstacle = 5,
}
