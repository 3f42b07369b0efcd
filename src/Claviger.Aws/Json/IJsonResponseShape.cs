namespace Claviger.Aws;

/// <summary>The output of an operation that answers in JSON.</summary>
public interface IJsonResponseShape : IResponseShape, IJsonShape;
