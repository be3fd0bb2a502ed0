namespace RetroBot.Cards.CaseStudies;

/// <summary>The team that a case study is written for.</summary>
/// <param name="Tools">What may be named as the tool; empty where the team lists none.</param>
public sealed record StoryContext(string Team, string TeamName, IReadOnlyList<string> Tools)
{
    private const string TeamId = "team";
    private const int LongestTeam = 400;

    /// <returns>Null when the data names no team.</returns>
    public static string? TeamOf(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Text(TeamId, LongestTeam) is Field<string>.Given(var team) ? team : null;
    }

    internal Dictionary<string, string> Data() => DataOf(Team);

    internal static Dictionary<string, string> DataOf(string team) => new(StringComparer.Ordinal) { [TeamId] = team };
}
