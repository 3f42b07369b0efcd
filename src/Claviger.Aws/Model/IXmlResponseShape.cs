namespace Claviger.Aws;

/// <summary>The output of an operation that answers in XML.</summary>
public interface IXmlResponseShape : IResponseShape, IOutputShape;
