namespace Claviger.EndToEnd;

/// <summary>Which aspect of which operation a test shows. A test of the house fails for an operation that lacks one.</summary>
/// <param name="service">The service's prefix, as <c>iam</c>.</param>
/// <param name="operation">AWS's name of the operation.</param>
/// <param name="aspect">What the test shows; several are joined with <c>|</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CoversAttribute(string service, string operation, Aspect aspect) : Attribute
{
    /// <summary>The service's prefix.</summary>
    public string Service => service;

    /// <summary>AWS's name of the operation.</summary>
    public string Operation => operation;

    /// <summary>What the test shows.</summary>
    public Aspect Aspect => aspect;
}
