using BenchmarkDotNet.Running;
using Claviger.Aws.Bench;

BenchmarkSwitcher.FromAssembly(typeof(SignatureVerification).Assembly).Run(args);
