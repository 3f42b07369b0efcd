namespace Claviger.Aws.Tests;

public sealed class OperationTableTests
{
    public static TheoryData<string, int> Services => new() { { "iam", 180 }, { "sts", 12 } };

    [Theory]
    [MemberData(nameof(Services))]
    public void Finds_every_operation_by_its_exact_name(string name, int count)
    {
        ServiceModel service = Service(name);

        Assert.Equal(count, service.Operations.Count);
        foreach (OperationModel operation in service.Operations)
        {
            Assert.Same(operation, service.Find(operation.Name));
            Assert.Same(service, operation.Service);
            Assert.Null(service.Find(operation.Name.ToLowerInvariant()));
            Assert.Null(service.Find($"{operation.Name} "));
        }
    }

    [Fact]
    public void Finds_nothing_by_an_empty_name() => Assert.Null(IamModel.Service.Find(""));

    [Fact]
    public void Takes_only_the_federated_operations_unsigned()
    {
        string[] unsigned = [.. IamModel.Service.Operations.Concat(StsModel.Service.Operations).Where(o => o.IsUnsigned).Select(o => o.Name)];

        Assert.Equal(["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"], unsigned);
    }

    [Fact]
    public void Every_shape_knows_its_operation()
    {
        foreach (OperationModel operation in IamModel.Service.Operations.Concat(StsModel.Service.Operations))
        {
            Assert.Equal($"{operation.Name}Request", operation.RequestType.Name);
            Assert.Equal($"{operation.Name}Response", operation.ResponseType.Name);
            Assert.Same(operation, operation.RequestType.GetProperty("Operation")!.GetValue(null));
        }
    }

    private static ServiceModel Service(string name) => name == "iam" ? IamModel.Service : StsModel.Service;
}
