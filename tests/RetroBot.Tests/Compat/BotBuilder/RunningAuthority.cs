using RetroBot.Simulation.Tokens;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>One token authority for many tests that leave it as it is.</summary>
public sealed class RunningAuthority : IAsyncLifetime
{
    public TokenAuthority Authority { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Authority = await TokenAuthority.StartAsync();

    public ValueTask DisposeAsync() => Authority.DisposeAsync();
}
