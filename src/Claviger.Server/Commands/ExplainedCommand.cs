using System.CommandLine;

namespace Claviger.Server;

/// <summary>A command with more to say than its line in the list of commands.</summary>
/// <param name="name">Its name.</param>
/// <param name="summary">The line in the list.</param>
/// <param name="details">What its own <c>--help</c> adds.</param>
internal sealed class ExplainedCommand(string name, string summary, string details) : Command(name, summary)
{
    public string Details => details;
}
