namespace RetroBot.Cards.CaseStudies;

/// <summary>Which case study an author's card is about, and the code that withdraws it. The code is on this card and nowhere else.</summary>
public sealed record StoryTicket(string Team, string Story, string Code)
{
    private const string StoryId = "story";
    private const string CodeId = "code";
    private const int LongestPart = 100;

    /// <returns>Null when a part is missing, of the wrong kind or too long.</returns>
    public static StoryTicket? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (StoryContext.TeamOf(data), data.Text(StoryId, LongestPart), data.Text(CodeId, LongestPart)) is
            ({ } team, Field<string>.Given(var story), Field<string>.Given(var code)) ? new StoryTicket(team, story, code) : null;
    }

    internal Dictionary<string, string> Data() => new(StoryContext.DataOf(Team), StringComparer.Ordinal) { [StoryId] = Story, [CodeId] = Code };
}
