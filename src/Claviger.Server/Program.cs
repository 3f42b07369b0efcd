return await Claviger.Server.CommandLine.RunAsync(args);
