using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>How well one kind of thing was found. A label is found when nothing of it is left; a finding is right when it takes nothing else.</summary>
internal readonly record struct Score(int Labels, int Found, int Findings, int Right)
{
    public double Recall => Labels == 0 ? 1 : (double)Found / Labels;

    public double Precision => Findings == 0 ? 1 : (double)Right / Findings;

    public static Score operator +(Score one, Score other) => new(one.Labels + other.Labels, one.Found + other.Found, one.Findings + other.Findings, one.Right + other.Right);

    public static Score Of(IEnumerable<Judged> snippets, RedactionReason reason) => snippets.Select(snippet => Of(snippet, reason)).Aggregate(default(Score), (sum, score) => sum + score);

    public override string ToString() => Labels == 0 && Findings == 0 ? "" : $"{Found}/{Labels} · {Right}/{Findings}";

    private static Score Of(Judged snippet, RedactionReason reason) => new(
        snippet.Labels(reason).Count(), snippet.Labels(reason).Count(snippet.IsFound), snippet.Findings(reason).Count(), snippet.Findings(reason).Count(snippet.IsRight));
}
