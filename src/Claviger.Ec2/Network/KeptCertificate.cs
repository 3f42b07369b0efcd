using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Claviger.Ec2;

/// <summary>A certificate and its key in a file of the data folder, which is made once and for the server's own user alone.</summary>
internal static class KeptCertificate
{
    public static X509Certificate2 Open(string folder, string name, Func<(X509Certificate2 Certificate, AsymmetricAlgorithm Key)> make)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            Keep(file, make);
        }

        return X509Certificate2.CreateFromPemFile(file);
    }

    private static void Keep(string file, Func<(X509Certificate2 Certificate, AsymmetricAlgorithm Key)> make)
    {
        var (certificate, key) = make();
        using (certificate)
        using (key)
        using (var stream = new FileStream($"{file}.new", new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            using (var writer = new StreamWriter(stream, leaveOpen: true))
            {
                writer.Write($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move($"{file}.new", file, overwrite: true);
    }
}
