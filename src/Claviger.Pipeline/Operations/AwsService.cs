using System.Collections.Concurrent;
using Claviger.Aws;
using Microsoft.Extensions.DependencyInjection;

namespace Claviger.Pipeline;

/// <summary>A service of AWS that this program offers: its wire model and the classes that do its operations.</summary>
/// <param name="model">The generated model.</param>
/// <param name="provider">Gives operations what their constructors ask for.</param>
public abstract class AwsService(ServiceModel model, IServiceProvider provider)
{
    private readonly ConcurrentDictionary<OperationModel, Operation> _operations = new();

    /// <summary>The wire model.</summary>
    public ServiceModel Model => model;

    /// <summary>The operation of a model: the class of its name in the service's room, made at its first call.</summary>
    public Operation OperationOf(OperationModel operation) => _operations.GetOrAdd(operation, Make);

    /// <summary>The class that does an operation; null where there is none yet.</summary>
    public Type? ClassOf(OperationModel operation) => ClassNamed(operation.Name);

    /// <summary>The class of an operation by its name in the service's room; null where there is none.</summary>
    protected Type? ClassNamed(string name)
    {
        var room = GetType();
        return room.Assembly.GetType($"{room.Namespace}.{name}") is { IsAbstract: false } type && type.IsSubclassOf(typeof(Operation)) ? type : null;
    }

    /// <summary>Makes what does an operation.</summary>
    protected virtual Operation Make(OperationModel operation) => ClassOf(operation) is { } type ? Make(type) : Unbuilt(operation);

    /// <summary>Makes an operation of a class, with what its constructor asks for.</summary>
    protected Operation Make(Type type, params object[] parts) => (Operation)ActivatorUtilities.CreateInstance(provider, type, parts);

    /// <summary>What stands for an operation that isn't built, or can't be served.</summary>
    protected Operation Unbuilt(OperationModel operation) =>
        Make(typeof(UnbuiltOperation<,>).MakeGenericType(operation.RequestType, operation.ResponseType));
}
