using Claviger.Store.Crash;

namespace Claviger.Store.Tests;

/// <summary>An acknowledged write survives kill -9, and one that was not is there whole or not at all.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("claviger-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_made_when_the_process_is_killed()
    {
        var result = await new CrashRounds(folder).KillAsync(rounds: 3);

        Assert.Empty(result.Faults);
        Assert.True(result.Acknowledged > 0);
    }

    [Fact]
    public async Task A_disk_that_takes_no_more_fails_the_write_and_loses_nothing()
    {
        var result = await new CrashRounds(folder).FillAsync(kilobytes: 2_000);

        Assert.Empty(result.Faults);
        Assert.True(result.Acknowledged > 0);
    }
}
