using Microsoft.Extensions.Internal;

namespace Claviger.Pipeline;

/// <summary>The program's clock, as the framework's cache wants it.</summary>
internal sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
