namespace Claviger.Aws;

/// <summary>The parts of a signature as they were found, nothing of them checked.</summary>
internal ref struct RawAuthorization
{
    public bool IsPresigned;
    public ReadOnlySpan<char> Algorithm;
    public ReadOnlySpan<char> Credential;
    public ReadOnlySpan<char> SignedHeaders;
    public ReadOnlySpan<char> Signature;
    public ReadOnlySpan<char> Date;
    public string? Expires;
    public string? SecurityToken;
}
