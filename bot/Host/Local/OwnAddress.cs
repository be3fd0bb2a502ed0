using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace RetroBot.Host.Local;

/// <summary>Where this service takes activities from programs on the same machine. Known once it listens.</summary>
internal sealed class OwnAddress(IServer server)
{
    /// <exception cref="LocalSetupException">The service listens by HTTPS only, or not at all.</exception>
    public Uri Messages
    {
        get
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var plain = addresses.Select(BindingAddress.Parse).FirstOrDefault(address => string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase))
                ?? throw new LocalSetupException(
                    $"The Agents Playground and the demo team speak plain HTTP, but RetroBot listens on {(addresses.Count == 0 ? "no address" : string.Join(", ", addresses))}. Start it with --urls http://127.0.0.1:3978.");
            return new Uri($"http://127.0.0.1:{plain.Port}/api/messages");
        }
    }
}
