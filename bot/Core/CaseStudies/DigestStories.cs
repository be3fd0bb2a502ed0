namespace RetroBot.Core.CaseStudies;

/// <summary>Chooses the case studies of a digest: such that work areas, tools and changes vary, in an order that depends on what they say and on nothing else.</summary>
public static class DigestStories
{
    public const int Most = 3;

    /// <param name="round">Mixed into the order, so that no way of writing comes first every time.</param>
    public static IReadOnlyList<CaseStudy> Choose(IEnumerable<CaseStudy> waiting, string round)
    {
        // Two that say the same in every word are told apart by their ids: it makes no difference to what is read.
        var left = waiting.OrderBy(study => Mixed(round, study.Story)).ThenBy(study => study.Id.Value, StringComparer.Ordinal).ToList();
        List<CaseStudy> chosen = [];
        while (chosen.Count < Most && left.MaxBy(study => Novelty(study.Story, chosen)) is { } next)
        {
            chosen.Add(next);
            left.Remove(next);
        }

        return chosen;
    }

    /// <summary>What a story adds to those chosen: a new work area counts before a new tool, and that before new changes.</summary>
    private static int Novelty(Story story, List<CaseStudy> chosen)
    {
        var (area, tool) = (chosen.TrueForAll(other => other.Story.Area != story.Area), chosen.TrueForAll(other => other.Story.Tool != story.Tool));
        var changes = story.Changes.Count(change => chosen.TrueForAll(other => !other.Story.Changes.Contains(change)));
        return chosen.Count == 0 ? 0 : (area ? 1 << 8 : 0) + (tool ? 1 << 4 : 0) + changes;
    }

    /// <summary>FNV-1a over all that the story says, in 64 bits: spreads, and keeps no secret.</summary>
    private static ulong Mixed(string round, Story story)
    {
        var hash = 14695981039346656037UL;
        string?[] said = [round, story.Title, story.UsualWay, story.AiRole, story.HumanCheck, string.Join(',', story.Changes), story.NotWhen, story.HowToTry, story.Tool, story.Area.ToString()];
        foreach (var letter in string.Join('\n', said)) hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash;
    }
}
