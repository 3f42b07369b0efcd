namespace Claviger.EndToEnd;

/// <summary>Metadata of SAML identity providers.</summary>
public static class TestSaml
{
    /// <summary>The metadata of a provider whose certificate is that of a number of <see cref="TestPem"/>.</summary>
    public static string Metadata(int number, string validUntil = "2099-01-01T00:00:00Z")
    {
        var certificate = string.Concat(TestPem.Certificate(number).Split('\n').Where(line => !line.StartsWith('-')));
        return $"""
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp{number}.example" validUntil="{validUntil}">
              <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <KeyDescriptor use="signing">
                  <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo>
                </KeyDescriptor>
                <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp{number}.example/sso"/>
              </IDPSSODescriptor>
            </EntityDescriptor>
            """;
    }
}
