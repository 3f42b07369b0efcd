using System.Runtime.CompilerServices;
using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Architecture.Tests;

/// <summary>The operations of the services, as their rooms have built them.</summary>
internal static class Operations
{
    public static readonly IReadOnlyList<(ServiceModel Service, string Room)> Services =
    [
        (IamModel.Service, "Iam"), (StsModel.Service, "Sts"), (S3Model.Service, "S3"), (IamToolboxModel.Service, "IamToolbox"),
        (CloudTrailModel.Service, "CloudTrail"), (AccessAnalyzerModel.Service, "AccessAnalyzer"), (Ec2Model.Service, "Ec2"),
    ];

    /// <summary>Every class that does an operation, in a room.</summary>
    public static IEnumerable<Type> ClassesOf(string room) =>
        Rooms.Load(room).GetTypes().Where(type => type is { IsAbstract: false, IsGenericType: false } && type.IsSubclassOf(typeof(Operation)));

    /// <summary>How far an operation goes; one without a class is not there yet.</summary>
    public static Coverage CoverageOf(string room, OperationModel operation) =>
        ClassesOf(room).SingleOrDefault(type => type.Name == operation.Name) is { } type
            // The property is a constant of the class: nothing that a constructor takes bears on it.
            ? ((Operation)RuntimeHelpers.GetUninitializedObject(type)).Coverage
            : Coverage.NotYet;
}
