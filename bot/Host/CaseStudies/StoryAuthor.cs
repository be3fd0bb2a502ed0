using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Host.CaseStudies;

/// <summary>Somebody on a team's roster, while one press in their own chat is dealt with.</summary>
/// <param name="Name">As the roster has it; null where it has none.</param>
/// <param name="Terms">Whom the story may not give away.</param>
internal sealed record StoryAuthor(Team Team, string? Name, RedactionTerms Terms)
{
    public StoryContext Context => new(Team.Id.Value, Team.Name, Team.OfferedTools);

    /// <summary>The name under the story, only if the author wishes so.</summary>
    public string? SignatureUnder(WrittenStory story) => story.WithName && Name is { } name && StoryText.Clean(name) is { Length: > 0 } clean ? clean : null;
}
