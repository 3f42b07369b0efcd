namespace Claviger.Aws;

/// <summary>The input of an operation; its audit form is CloudTrail's <c>requestParameters</c>.</summary>
public interface IRequestShape : IInputShape, IAuditedShape;
