using Microsoft.Extensions.Logging.Abstractions;

namespace Claviger.Server;

/// <summary>Warnings and errors of the framework, a line each on standard error.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    // What stops the host is thrown as well, and said where it is caught.
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    public ILogger CreateLogger(string categoryName) => categoryName == Host ? NullLogger.Instance : this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            System.Console.Error.WriteLine($"claviger: {logLevel}: {formatter(state, exception)}{(exception is null ? "" : $"\n{exception}")}");
        }
    }

    public void Dispose()
    {
        // Nothing is held: standard error is the process's.
    }
}
