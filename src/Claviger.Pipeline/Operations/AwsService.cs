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
    public Type? ClassOf(OperationModel operation)
    {
        var room = GetType();
        return room.Assembly.GetType($"{room.Namespace}.{operation.Name}") is { IsAbstract: false } type && type.IsSubclassOf(typeof(Operation))
            ? type
            : null;
    }

    private Operation Make(OperationModel operation)
    {
        var type = ClassOf(operation) ?? typeof(UnbuiltOperation<,>).MakeGenericType(operation.RequestType, operation.ResponseType);
        return (Operation)ActivatorUtilities.CreateInstance(provider, type);
    }
}
