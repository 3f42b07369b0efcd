using Claviger.Bench;

// Usage: dotnet run -c Release --project bench/Claviger.Bench -- PUBLISHED-SERVER [seconds]
if (args is ["bare"])
{
    await BareEndpoint.RunAsync();
    return 0;
}

if (args.Length == 0)
{
    Console.Error.WriteLine("Usage: Claviger.Bench PUBLISHED-SERVER [SECONDS-A-ROW]");
    return 2;
}

var duration = TimeSpan.FromSeconds(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5);
await ThroughputBench.RunAsync(args[0], duration);
await SizeBench.RunAsync(args[0], duration);
await StartBench.RunAsync(args[0]);
return 0;
