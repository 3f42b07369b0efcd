namespace Claviger.Console;

/// <summary>A file that was not stored.</summary>
/// <param name="Key">The key that it was for.</param>
/// <param name="Code">AWS's error code.</param>
/// <param name="Message">AWS's text.</param>
public sealed record UploadFailure(string Key, string Code, string Message);
