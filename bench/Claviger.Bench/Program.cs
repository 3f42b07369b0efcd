using System.Globalization;
using Claviger.Bench;

if (args is ["bare"])
{
    await BareEndpoint.RunAsync();
    return 0;
}

if (args is ["objects", var served, .. var sizes])
{
    await ObjectBench.RunAsync(
        served, TimeSpan.FromSeconds(sizes.Length > 0 ? int.Parse(sizes[0], CultureInfo.InvariantCulture) : 5), sizes.Length > 1 ? int.Parse(sizes[1], CultureInfo.InvariantCulture) : 1_000_000);
    return 0;
}

if (args is ["huge", var serving])
{
    await ObjectBench.RunHugeAsync(serving);
    return 0;
}

if (args is ["console", var shown, .. var count])
{
    await ManyUsersBench.RunAsync(shown, count.Length > 0 ? int.Parse(count[0], CultureInfo.InvariantCulture) : 100_000);
    return 0;
}

if (args is ["flood", var flooded, .. var seconds])
{
    await FloodBench.RunAsync(flooded, TimeSpan.FromSeconds(seconds.Length > 0 ? int.Parse(seconds[0], CultureInfo.InvariantCulture) : 10));
    return 0;
}

if (args is ["sign-in", var asked])
{
    await SignInBench.RunAsync(asked);
    return 0;
}

if (args is not [var program, .. var numbers])
{
    Console.Error.WriteLine("Usage: Claviger.Bench PUBLISHED-SERVER [SECONDS-A-ROW [USERS]]  (bench/run publishes and runs it), or objects or huge before them for S3, console, flood or sign-in for the console");
    return 2;
}

var duration = TimeSpan.FromSeconds(numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : 5);
var users = numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 1_000_000;
await StartBench.RunAsync(program);
await ThroughputBench.RunAsync(program, duration);
await SizeBench.RunAsync(program, duration, users);
return 0;
