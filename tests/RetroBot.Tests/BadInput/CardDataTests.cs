using System.Net;
using System.Text.Json.Nodes;
using RetroBot.Cards.CheckIns;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.BadInput;

/// <summary>Whatever a card sends back, the presser gets a card, and only their own open card stores anything.</summary>
public sealed class CardDataTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_action_gets_a_card_that_says_it_is_old()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);

        var answer = await world.Lead.InvokeAsync(world.CardOf(world.Lead.Person), "of.another.version", new JsonObject(), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Card);
    }

    [Theory]
    [InlineData("team")]
    [InlineData("round")]
    [InlineData("ticket")]
    public async Task A_card_whose_binding_was_changed_stores_nothing(string field)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var card = world.CardOf(world.Lead.Person);
        foreach (var forged in (JsonNode?[])[null, 7, "", "19:other@thread.tacv2", "2026-W46", "2026-W99", new string('a', 32), new JsonArray("x"), new JsonObject(), new string('x', 100_000)])
        {
            var data = World.OutcomeOn(card.Card!.Value, "nothingToReport");
            data[field] = forged?.DeepClone();

            var answer = await world.Lead.InvokeAsync(card, CheckInCard.Verb, data, Ct);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.NotNull(answer.Card);
        }
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task Wrong_types_in_every_field_come_back_as_a_card_and_store_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var card = world.CardOf(world.Lead.Person);
        var step2 = await World.ChooseAsync(world.Lead, card, "helped", Ct);
        var whole = CardAction.Find(step2.Card!.Value, CheckInDetailsCard.Verb).DataWith(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["time"] = "lostTime", ["changes"] = "lessTedious", ["confidence"] = "guess" });
        foreach (var field in (string[])["outcome", "time", "changes", "confidence"])
        {
            foreach (var wrong in (JsonNode?[])[null, 7, true, "", "drop table", "0", "helped,helped,x", new JsonArray("lostTime"), new JsonObject(), new string('x', 100_000)])
            {
                var data = whole.DeepClone().AsObject();
                data[field] = wrong?.DeepClone();

                var answer = await world.Lead.InvokeAsync(card, CheckInDetailsCard.Verb, data, Ct);

                Assert.Equal(HttpStatusCode.OK, answer.Status);
                Assert.NotNull(answer.Card);
            }
        }
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }
}
