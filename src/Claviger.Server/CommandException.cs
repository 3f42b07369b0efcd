namespace Claviger.Server;

/// <summary>A command can't be carried out; the message says to a person what is wrong and what to do.</summary>
internal sealed class CommandException(string message, Exception? cause = null) : Exception(message, cause);
