using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>The services that this program offers, found by the name in a credential scope or by the version that an unsigned request asks for.</summary>
public sealed class AwsServices(IEnumerable<AwsService> services)
{
    private readonly AwsService[] _services = [.. services];

    /// <summary>The service in whose words a request is answered that names none.</summary>
    public AwsService Default => _services[0];

    /// <summary>The service that a signature is scoped to; where several sign under one name, the one that has the path.</summary>
    public AwsService? BySigningName(string name, ReadOnlySpan<char> path)
    {
        AwsService? found = null;
        foreach (var service in _services)
        {
            if (service.Model.SigningName != name)
            {
                continue;
            }

            if (service.Model.Router?.Serves(path) == true)
            {
                return service;
            }

            found ??= service;
        }

        return found;
    }

    /// <summary>The service of a wire model.</summary>
    /// <exception cref="AwsError">This server does not offer it (UnknownService).</exception>
    internal AwsService ByModel(ServiceModel model) =>
        Array.Find(_services, service => service.Model == model) ?? throw AwsError.UnknownService(model.Name);

    /// <summary>The service whose API has a version; versions are dates, and no two services share one.</summary>
    public AwsService? ByVersion(string? version) => Array.Find(_services, service => service.Model.ApiVersion == version);
}
