using System.Text.Json;
using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>A member of the team who writes a case study, from the card that follows a check-in.</summary>
internal sealed class Author(World world, SimulatedPerson person)
{
    private static readonly Dictionary<string, string> ForWork = new(StringComparer.Ordinal) { ["forWork"] = "yes", ["forShow"] = "no" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TeamsClient Client { get; } = world.As(person);

    /// <summary>What carries the cards in the author's own chat.</summary>
    public ReceivedActivity Chat => world.CardOf(person);

    /// <summary>What is typed into the form.</summary>
    public Dictionary<string, string> Typed { get; } = new(StringComparer.Ordinal)
    {
        ["title"] = "Release notes from merged tickets",
        ["area"] = "firstDrafts",
        ["changes"] = "shippedSooner,lessTedious",
        ["aiRole"] = "Drafted one line per ticket.",
        ["howToTry"] = "Paste the titles and ask for one plain line each.",
        ["tool"] = "Claude",
        ["confidence"] = "compared",
        ["evidence"] = "https://wiki.contoso.com/release-notes",
    };

    public async Task<JsonElement> QuestionsAsync()
    {
        var saved = await World.ChooseAsync(Client, Chat, "nothingToReport", Ct);
        return await PressAsync(saved.Card!.Value, PurposeCard.OpenVerb);
    }

    public async Task<JsonElement> FormAsync() => await PressAsync(await QuestionsAsync(), PurposeCard.Verb, ForWork);

    public async Task<JsonElement> PreviewAsync() => await PressAsync(await FormAsync(), StoryFormCard.Verb, Typed);

    /// <returns>The receipt.</returns>
    public async Task<JsonElement> PublishAsync() => await PressAsync(await PreviewAsync(), StoryPreviewCard.Verb);

    /// <summary>Withdraws, confirmed.</summary>
    public async Task<JsonElement> WithdrawAsync(JsonElement receipt) =>
        await PressAsync(await PressAsync(receipt, WithdrawCard.OpenVerb), WithdrawCard.Verb);

    public async Task<JsonElement> PressAsync(JsonElement card, string verb, IReadOnlyDictionary<string, string>? typed = null) =>
        (await Client.PressAsync(Chat, card, verb, typed, Ct)).Card!.Value;
}
