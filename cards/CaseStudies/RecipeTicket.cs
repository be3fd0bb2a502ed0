namespace RetroBot.Cards.CaseStudies;

/// <summary>Which case study a recipe in somebody's own chat is of, and the proof that RetroBot sent it to the person who presses a button. Opaque here; checked by the receiver.</summary>
public sealed record RecipeTicket(string Team, StoryPress On, string Code)
{
    private const string CodeId = "code";
    private const int LongestCode = 100;

    /// <returns>Null when a part is missing, of the wrong kind or too long.</returns>
    public static RecipeTicket? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (StoryContext.TeamOf(data), StoryPress.Of(data), data.Text(CodeId, LongestCode)) is ({ } team, { } on, Field<string>.Given(var code)) ? new RecipeTicket(team, on, code) : null;
    }

    internal Dictionary<string, string> Data()
    {
        var data = StoryContext.DataOf(Team);
        foreach (var (id, value) in On.Data()) data.Add(id, value);
        data.Add(CodeId, Code);
        return data;
    }
}
