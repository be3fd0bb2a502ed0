using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace RetroBot.Host.Local;

/// <summary>Where this service is reached from the same machine. Known once it listens.</summary>
internal sealed class OwnAddress(IServer server)
{
    /// <summary>For a browser: plain HTTP where the service listens so, since a developer's certificate may not be trusted.</summary>
    /// <exception cref="LocalSetupException">The service does not listen.</exception>
    public Uri Root => (Plain ?? Bindings.FirstOrDefault()) is { } address
        ? new Uri($"{address.Scheme}://127.0.0.1:{address.Port}/")
        : throw new LocalSetupException("RetroBot listens on no address.");

    /// <summary>For programs that bring activities.</summary>
    /// <exception cref="LocalSetupException">The service listens by HTTPS only, or not at all.</exception>
    public Uri Messages => Plain is { } plain
        ? new Uri($"http://127.0.0.1:{plain.Port}/api/messages")
        : throw new LocalSetupException(
            $"The Agents Playground and the demo team speak plain HTTP, but RetroBot listens on {(Addresses.Count == 0 ? "no address" : string.Join(", ", Addresses))}. Start it with --urls http://127.0.0.1:3978.");

    private ICollection<string> Addresses => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private IEnumerable<BindingAddress> Bindings => Addresses.Select(BindingAddress.Parse);

    private BindingAddress? Plain => Bindings.FirstOrDefault(address => string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase));
}
