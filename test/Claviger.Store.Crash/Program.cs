using System.Globalization;
using Claviger.Store.Crash;

// Called by itself: writes until it is killed, or until the disk takes no more.
if (args is ["write", var target])
{
    return await new CrashWriter(target).RunAsync();
}

var rounds = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 20;
var folder = Directory.CreateTempSubdirectory("claviger-crash-").FullName;
try
{
    foreach (var result in (CrashResult[])[await new CrashRounds(folder).KillAsync(rounds), await new CrashRounds(folder + "/full").FillAsync(4_000)])
    {
        Console.WriteLine($"{result.Name}: {result.Acknowledged} writes acknowledged, {result.Found} found, {result.Faults.Count} faults");
        foreach (var fault in result.Faults)
        {
            Console.WriteLine("  " + fault);
        }
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return 0;
