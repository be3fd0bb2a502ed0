using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>One token authority for many tests that leave it as it is.</summary>
public sealed class RunningAuthority : IAsyncLifetime
{
    public TokenAuthority Authority { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Authority = await TrustedAuthority.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Authority.DisposeAsync();
}
