namespace Claviger.Store;

/// <summary>What a sealed secret is for. Each purpose has a key of its own, so that nothing sealed for one opens as another.</summary>
public enum SecretPurpose
{
    /// <summary>A secret access key.</summary>
    AccessKey,

    /// <summary>The seed of a virtual MFA device.</summary>
    VirtualMfaSeed,

    /// <summary>The password of a service-specific credential.</summary>
    ServiceSpecificCredential,

    /// <summary>The private key of a server certificate.</summary>
    ServerCertificate,

    /// <summary>A key of the web framework's data protection.</summary>
    DataProtection,

    /// <summary>The user data of an instance, in which people put secrets.</summary>
    UserData,

    /// <summary>An encoded authorization message.</summary>
    AuthorizationMessage,

    /// <summary>A private key that signs tokens of the OIDC issuer.</summary>
    TokenSigning,

    /// <summary>A private key that opens encrypted SAML assertions.</summary>
    SamlAssertionKey,
}
