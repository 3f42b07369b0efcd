using Claviger.Policy.Differential;

// Without a word of its own this is a test program like the others.
return args switch
{
    ["soak", ..] => SoakRun.Run(args[1..]),
    ["sample", ..] => SampleRun.Run(args[1..]),
    ["fuzz", ..] => FuzzRun.Run(args[1..]),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
