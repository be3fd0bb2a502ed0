using Microsoft.Extensions.DependencyInjection;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// One row of the table of attacks in <c>docs/privacy.md</c>, carried out against the real service on the real emulator. It attacks teams of its own, so that several attacks
/// can be made on one service; and it says what was won, so that the same attack can be seen to succeed where the service has a mistake in it (<see cref="Mutation"/>).
/// </summary>
public abstract class Attack(SavingStorageEmulator emulator)
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected SavingStorageEmulator Emulator => emulator;

    public abstract Holding Holds { get; }

    /// <returns>What the attacker won, a sentence each; nothing where what must happen has happened.</returns>
    public abstract Task<IReadOnlyList<string>> TryAsync(World world);

    /// <summary>The service that the attack is made on.</summary>
    /// <param name="mutation">A mistake in it; null for the service as it is.</param>
    public async Task<World> StartAsync(Mutation? mutation = null) => Holds switch
    {
        Holding.OpenDoor => await World.StartSignedAsync(emulator, members: 1, Ct, "Production", ChangeOf(mutation)),
        Holding.Log => await World.StartAsync(emulator, members: 1, Ct, change: ChangeOf(mutation), settings: MostTalkative),
        _ => await World.StartAsync(emulator, members: 1, Ct, change: ChangeOf(mutation)),
    };

    /// <summary>All that an operator can set to have everything logged, for every sink and for one.</summary>
    protected static IReadOnlyDictionary<string, string?> MostTalkative { get; } =
        ((string[])["Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Server.Kestrel.Connections", "System.Net.Http", "System.Net.Http.HttpClient", "System.Net.Http.HttpClient.Default.ClientHandler"])
        .SelectMany(category => (string[])[$"Logging:LogLevel:{category}", $"Logging:{LogBook.Alias}:LogLevel:{category}"])
        .ToDictionary(setting => setting, _ => (string?)"Trace", StringComparer.Ordinal);

    private static Action<IServiceCollection>? ChangeOf(Mutation? mutation) => mutation is null ? null : mutation.Change;

    protected async Task MustWinNothingAsync()
    {
        await using var world = await StartAsync();

        Assert.Empty(await TryAsync(world));
    }
}
