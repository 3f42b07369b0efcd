using System.Text;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A credential's secret before it is stored.</summary>
/// <param name="Id">Id of the credential that it is sealed for.</param>
/// <param name="Secret">The password or key.</param>
/// <param name="Sealed">The same, sealed.</param>
internal sealed record PreparedServiceCredential(string Id, string Secret, byte[] Sealed)
{
    /// <summary>Draws a secret of a form.</summary>
    public static PreparedServiceCredential New(ServiceCredentialForm form, string id, SecretBox box, CallContext call)
    {
        var secret = form.NewSecret();
        return new(id, secret, box.Seal(SecretPurpose.ServiceSpecificCredential, call.Caller.Account, id, Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>The id alone: secrets are not for logs.</summary>
    public override string ToString() => Id;
}
