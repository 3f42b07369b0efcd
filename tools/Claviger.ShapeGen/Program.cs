using Claviger.ShapeGen;

if (args.Length != 2)
{
    Console.Error.WriteLine("""
        usage: shapegen MODELS OUTPUT
          MODELS  a folder of AWS service models: iam.json, sts.json, or the data folder of a botocore (iam/2010-05-08/service-2.json)
          OUTPUT  src/Claviger.Aws/Generated; what is there and isn't generated any more is deleted
        """);
    return 2;
}

IReadOnlyDictionary<string, string> files = ShapeGenerator.Generate(args[0]);
foreach (string path in GeneratedFolder.Write(args[1], files))
{
    Console.WriteLine(path);
}

return 0;
