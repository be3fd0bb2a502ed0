using System.Text.Json;
using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>Somebody who reads the digest in the channel and asks for a recipe.</summary>
internal sealed class RecipeReader(World world, SimulatedPerson person)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TeamsClient Client { get; } = world.As(person);

    /// <summary>The latest digest with a case study.</summary>
    public ReceivedActivity Digest => world.Teams.Posts(world.Team.General).Last(post => post.Content.GetRawText().Contains(StoryPress.RecipeVerb, StringComparison.Ordinal));

    /// <summary>What lies in their own chat, the oldest first.</summary>
    public IReadOnlyList<ReceivedActivity> Recipes => [.. world.Teams.Inbox(person).Where(activity => activity.Card?.GetRawText().Contains(RecipeVote.Verb, StringComparison.Ordinal) == true)];

    /// <summary>What the first case study's button sends.</summary>
    public CardAction Button => CardAction.AllOn(Digest.Card!.Value).First(action => action.Verb == StoryPress.RecipeVerb);

    public Task<BotAnswer> AskAsync() => Client.InvokeAsync(Digest, StoryPress.RecipeVerb, Button.DataWith(), Ct);

    public Task<BotAnswer> VoteAsync(VoteChoice choice) => Client.InvokeAsync(Recipes[^1], RecipeVote.Verb, VoteOn(choice).DataWith(), Ct);

    public CardAction VoteOn(VoteChoice choice) => VoteOn(Recipes[^1].Card!.Value, RecipeVote.Verb, choice);

    public static CardAction VoteOn(JsonElement card, string verb, VoteChoice choice) =>
        CardAction.Find(card, verb, data => string.Equals(data.GetProperty("vote").GetString(), $"{choice}", StringComparison.OrdinalIgnoreCase));
}
