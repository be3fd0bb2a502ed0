using RetroBot.Cards.CheckIns;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Faults;

/// <summary>Teams delivers one press twice.</summary>
public sealed class TwiceDeliveredTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SecondDelivery.Afterwards)]
    [InlineData(SecondDelivery.AtOnce)]
    public async Task An_answer_that_is_delivered_twice_is_one_answer_and_confirmed_twice(SecondDelivery second)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        var person = world.Team.Members[1];
        var (client, card) = (world.As(person), world.CardOf(person));

        var answers = await client.PostTwiceAsync(
            client.Compose.CardInvoke(card, title: null, CheckInCard.Verb, World.OutcomeOn(card.Card!.Value, "nothingToReport")), second, Ct);

        Assert.All(answers, answer => Assert.Contains(AnswerDeletedCard.Verb, answer.Text, StringComparison.Ordinal));
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }
}
