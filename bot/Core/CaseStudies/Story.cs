using RetroBot.Core.CheckIns;

namespace RetroBot.Core.CaseStudies;

/// <summary>What a case study tells: the author's words as the team reads them, redacted, and choices from fixed lists. Nothing about the author.</summary>
public sealed record Story
{
    /// <summary>Characters.</summary>
    public const int LongestTitle = 80;

    /// <summary>Characters of every other text. With it the form, the preview and the digest stay small enough to send, in any script.</summary>
    public const int LongestText = 400;

    public string Title { get; }

    /// <summary>How the task is done without AI.</summary>
    public string? UsualWay { get; }

    public string? AiRole { get; }
    public string? HumanCheck { get; }
    public IReadOnlyList<Change> Changes { get; }
    public string? NotWhen { get; }
    public string HowToTry { get; }

    /// <summary>One of the team's list.</summary>
    public string? Tool { get; }

    public WorkArea Area { get; }
    public Discovery? Discovery { get; }
    public EvidenceLink? Evidence { get; }
    public Confidence? Confidence { get; }

    /// <exception cref="ArgumentException">A value is blank, too long, not on one line, or given twice. The message names it and never repeats it.</exception>
    public Story(
        string title, string? usualWay, string? aiRole, string? humanCheck, IReadOnlyList<Change> changes, string? notWhen, string howToTry,
        string? tool, WorkArea area, Discovery? discovery, EvidenceLink? evidence, Confidence? confidence)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0 || changes.Distinct().Count() != changes.Count || !changes.All(Enum.IsDefined)) throw new ArgumentException("At least one change, none twice.", nameof(changes));
        if (!Enum.IsDefined(area)) throw new ArgumentException("No such work area.", nameof(area));
        Title = Checked(title, LongestTitle, nameof(title));
        UsualWay = usualWay is null ? null : Checked(usualWay, LongestText, nameof(usualWay));
        AiRole = aiRole is null ? null : Checked(aiRole, LongestText, nameof(aiRole));
        HumanCheck = humanCheck is null ? null : Checked(humanCheck, LongestText, nameof(humanCheck));
        NotWhen = notWhen is null ? null : Checked(notWhen, LongestText, nameof(notWhen));
        HowToTry = Checked(howToTry, LongestText, nameof(howToTry));
        (Changes, Tool, Area, Discovery, Evidence, Confidence) = ([.. changes.Order()], tool, area, discovery, evidence, confidence);
    }

    public bool Equals(Story? other) => other is not null
        && (Title, UsualWay, AiRole, HumanCheck, NotWhen, HowToTry, Tool) == (other.Title, other.UsualWay, other.AiRole, other.HumanCheck, other.NotWhen, other.HowToTry, other.Tool)
        && (Area, Discovery, Evidence, Confidence) == (other.Area, other.Discovery, other.Evidence, other.Confidence) && Changes.SequenceEqual(other.Changes);

    public override int GetHashCode() => HashCode.Combine(Title, HowToTry, Area, Tool);

    private static string Checked(string text, int longest, string name) =>
        text is { Length: > 0 } && text.Length <= longest && StoryText.IsClean(text) ? text : throw new ArgumentException($"One line of 1 to {longest} characters.", name);
}
