using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>What is published is what was typed into the form: the redacted text was made for the preview, and stays there.</summary>
public sealed class TypedTextPublished : Mutation
{
    private readonly ConcurrentDictionary<string, CardData> typed = new(StringComparer.Ordinal);

    public override IReadOnlyList<Type> Helps => [typeof(A6PhraseFromTheDigest), typeof(A24HostileStories)];

    public override void Change(IServiceCollection services) => Wrap<ICardAction>(services, (action, provider) => new CardActionAround(action, async (inner, turn, data, ct) =>
    {
        var card = await inner.HandleAsync(turn, data, ct);
        if (inner.Verb == StoryFormCard.Verb && card is StoryPreviewCard { Draft: var draft }) typed[draft] = data;
        if (inner.Verb == StoryPreviewCard.Verb && card is PublishedCard { Ticket: var ticket } && StoryPreviewCard.DraftOf(data) is { } published && typed.TryGetValue(published, out var form))
        {
            var (store, id) = (provider.GetRequiredService<ICaseStudyStore>(), new CaseStudyId(new TeamId(turn.Tenant, ticket.Team), ticket.Story));
            if (await store.FindAsync(id, ct) is { } found) await store.SaveAsync([new Versioned<CaseStudy>(found.Value with { Story = With(found.Value.Story, form) }, found.Version)], ct);
        }
        return card;
    }));

    private static Story With(Story story, CardData form)
    {
        return new Story(
            Text("title") ?? story.Title, story.UsualWay, Text("aiRole"), story.HumanCheck, story.Changes, story.NotWhen, Text("howToTry") ?? story.HowToTry,
            story.Tool, story.Area, story.Discovery, story.Evidence, story.Confidence);

        string? Text(string field) => form.Text(field, Story.LongestText) is Field<string>.Given(var text) ? StoryText.Clean(text) : null;
    }
}
