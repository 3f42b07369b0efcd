namespace Claviger.Aws;

/// <summary>The output of an operation; its audit form is CloudTrail's <c>responseElements</c>.</summary>
public interface IResponseShape : IAuditedShape;
