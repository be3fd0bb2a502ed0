using System.Security.Cryptography;
using System.Text.Json.Nodes;
using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>People share case studies and vote on them, one press each: for attacks on what that leaves behind.</summary>
internal static class Sharing
{
    /// <summary>What Publish sends from a preview of a story without redactions.</summary>
    public static JsonObject StoryOf(World team, string title) => new()
    {
        ["team"] = team.Team.Id, ["forWork"] = "yes", ["forShow"] = "no", ["draft"] = RandomNumberGenerator.GetHexString(64, lowercase: true),
        ["title"] = title, ["area"] = "planning", ["changes"] = "shippedSooner", ["howToTry"] = "Paste the titles and ask for one plain line each.",
    };

    /// <returns>What withdraws it.</returns>
    public static async Task<JsonObject> PublishAsync(this World team, SimulatedPerson person, string title, CancellationToken ct)
    {
        var receipt = await team.As(person).InvokeAsync(team.CardOf(person), StoryPreviewCard.Verb, StoryOf(team, title), ct);
        return CardAction.Find(receipt.Card!.Value, WithdrawCard.OpenVerb).DataWith();
    }

    /// <summary>On the first case study of the latest digest that has any.</summary>
    public static async Task VoteAsync(this World team, SimulatedPerson person, VoteChoice choice, CancellationToken ct)
    {
        var (post, vote) = team.VoteOn(choice);
        var answer = await team.As(person).InvokeAsync(post, StoryVote.Verb, vote, ct);
        Assert.Contains("Nobody sees how you voted", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>Asks for the recipe of the same case study.</summary>
    public static async Task AskForRecipeAsync(this World team, SimulatedPerson person, CancellationToken ct)
    {
        var (post, vote) = team.VoteOn(VoteChoice.Worked);
        var answer = await team.As(person).InvokeAsync(post, StoryPress.RecipeVerb, vote, ct);
        Assert.Contains("The recipe is in your chat with me", answer.Text, StringComparison.Ordinal);
    }

    public static (ReceivedActivity Post, JsonObject Vote) VoteOn(this World team, VoteChoice choice)
    {
        var post = team.Teams.Posts(team.Team.General).Last(post => post.Content.GetRawText().Contains(StoryVote.Verb, StringComparison.Ordinal));
        return (post, CardAction.AllOn(post.Card!.Value).First(action => action.Verb == StoryVote.Verb && string.Equals(action.Data.GetProperty("vote").GetString(), $"{choice}", StringComparison.OrdinalIgnoreCase)).DataWith());
    }
}
