using System.Collections.Concurrent;
using System.Net;

namespace Claviger.Ec2;

/// <summary>All that instances reach: metadata service, services and resolver, each over sockets of the instance's own network.</summary>
public sealed class InstanceNetwork(InstanceTransport transport)
{
    private readonly ConcurrentDictionary<string, InstanceListeners> _open = new(StringComparer.Ordinal);

    internal void Open(string instanceId, IPAddress address, InstanceListeners listeners)
    {
        _open[instanceId] = listeners;
        _ = transport.ServeAsync(listeners.Metadata, new InstanceConnection(instanceId, InstancePort.Metadata), address);
        _ = transport.ServeAsync(listeners.Plain, new InstanceConnection(instanceId, InstancePort.Plain), address);
        _ = transport.ServeAsync(listeners.Services, new InstanceConnection(instanceId, InstancePort.Services), address);
        _ = InstanceResolver.AnswerDatagramsAsync(listeners.Resolver);
        _ = InstanceResolver.AnswerStreamsAsync(listeners.StreamResolver);
    }

    internal void Close(string instanceId)
    {
        if (_open.TryRemove(instanceId, out var listeners))
        {
            listeners.Dispose();
        }
    }
}
