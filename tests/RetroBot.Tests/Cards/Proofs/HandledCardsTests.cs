using Microsoft.Extensions.DependencyInjection;
using RetroBot.Host;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Cards.Proofs;

/// <summary>No button leads nowhere, and nothing waits for a button that no card has.</summary>
public sealed class HandledCardsTests(StorageEmulator emulator)
{
    [Fact]
    public async Task Every_button_of_every_card_has_a_handler_and_every_handler_a_button()
    {
        await using var bot = await RunningBot.StartAsync(await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), new TestTime(World.Start), ct: TestContext.Current.CancellationToken);

        Assert.Equal(
            bot.Services.GetServices<ICardAction>().Select(action => action.Verb).Order(StringComparer.Ordinal),
            DrawnForm.All.SelectMany(form => form.Verbs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
