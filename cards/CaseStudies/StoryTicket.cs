namespace RetroBot.Cards.CaseStudies;

/// <summary>Which case study an author's card is about, and the code that withdraws it. The code is on this card and nowhere else.</summary>
/// <param name="Title">For the author to tell one receipt from another; null on the receipts of earlier versions. Nothing is decided by it.</param>
public sealed record StoryTicket(string Team, string Story, string Code, string? Title = null)
{
    private const string StoryId = "story";
    private const string CodeId = "code";
    private const string TitleId = "title";
    private const int LongestPart = 100;
    private const int LongestTitle = 400;

    /// <returns>Null when a part is missing, of the wrong kind or too long.</returns>
    public static StoryTicket? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (StoryContext.TeamOf(data), data.Text(StoryId, LongestPart), data.Text(CodeId, LongestPart)) is
            ({ } team, Field<string>.Given(var story), Field<string>.Given(var code)) ? new StoryTicket(team, story, code, (data.Text(TitleId, LongestTitle) as Field<string>.Given)?.Value) : null;
    }

    internal Dictionary<string, string> Data()
    {
        var data = new Dictionary<string, string>(StoryContext.DataOf(Team), StringComparer.Ordinal) { [StoryId] = Story, [CodeId] = Code };
        if (Title is not null) data[TitleId] = Title;
        return data;
    }
}
