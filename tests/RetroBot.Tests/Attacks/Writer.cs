using System.Text.Json;
using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>Somebody who writes a case study in words that nobody else uses: whoever finds one knows where it is from, and whether its author agreed.</summary>
internal sealed class Writer(World team, SimulatedPerson person, Random random)
{
    private static readonly Dictionary<string, string> ForWork = new(StringComparer.Ordinal) { ["forWork"] = "yes", ["forShow"] = "no" };

    private static readonly string[] Fields = ["title", "usualWay", "aiRole", "humanCheck", "notWhen", "howToTry"];

    private readonly Author author = new(team, person);
    private readonly HashSet<string> typed = new(StringComparer.Ordinal);
    private JsonElement card;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every word ever typed into the form.</summary>
    public IReadOnlySet<string> Typed => typed;

    /// <summary>The lines of the last preview before the author pressed Publish; empty while nothing is published.</summary>
    public IReadOnlyList<string> Published { get; private set; } = [];

    /// <summary>From the card that follows an answer to the form.</summary>
    public async Task BeginAsync(Dictionary<string, string> answer)
    {
        card = (await World.AnswerAsync(author.Client, author.Chat, "helped", answer, Ct)).Card!.Value;
        await PressAsync(PurposeCard.OpenVerb);
        await PressAsync(PurposeCard.Verb, ForWork);
    }

    /// <summary>Fills the form with words that nobody has used before, and goes on to the preview.</summary>
    /// <param name="more">What stands behind those words, by field; other fields by themselves.</param>
    public async Task PreviewAsync(Dictionary<string, string>? more = null)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["area"] = "planning", ["changes"] = "shippedSooner" };
        foreach (var (field, text) in more ?? []) form[field] = text;
        foreach (var field in Fields) form[field] = $"{NewWord()} {NewWord()} {NewWord()} {more?.GetValueOrDefault(field)}".TrimEnd();
        await PressAsync(StoryFormCard.Verb, form);
    }

    public Task EditAsync() => PressAsync(StoryFormCard.EditVerb);

    public Task DiscardAsync() => PressAsync(DiscardedCard.Verb);

    /// <summary>Once more where the preview comes back with something else in it.</summary>
    public async Task PublishAsync()
    {
        while (Offers(StoryPreviewCard.Verb))
        {
            Published = Assert.Single(StoriesOn.Card(card));
            await PressAsync(StoryPreviewCard.Verb);
        }
        Assert.True(Offers(WithdrawCard.OpenVerb));
    }

    public async Task WithdrawAsync()
    {
        await PressAsync(WithdrawCard.OpenVerb);
        await PressAsync(WithdrawCard.Verb);
    }

    private bool Offers(string verb) => CardAction.AllOn(card).Any(action => action.Verb == verb);

    private async Task PressAsync(string verb, Dictionary<string, string>? form = null) => card = await author.PressAsync(card, verb, form);

    private string NewWord()
    {
        var word = string.Concat(Enumerable.Range(0, 5).Select(_ => $"{"bdfklmnprstv"[random.Next(12)]}{"aeiou"[random.Next(5)]}"));
        return typed.Add(word) ? word : NewWord();
    }
}
