namespace Claviger.Ec2;

/// <summary>An image can't be made or registered. The message is for the operator.</summary>
public sealed class ImageException(string message, Exception? cause = null) : Exception(message, cause);
