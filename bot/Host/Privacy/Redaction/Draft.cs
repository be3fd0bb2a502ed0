using System.Text;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>A text on its way: with a barrier where something has been taken out, and what that was.</summary>
internal sealed class Draft
{
    /// <summary>One for each barrier; null for a mark that stood in the author's text.</summary>
    private readonly IReadOnlyList<Redaction?> taken;

    private Draft(string text, IReadOnlyList<Redaction?> taken)
    {
        Passage = new Passage(text);
        this.taken = taken;
    }

    public Passage Passage { get; }

    public static Draft Of(string text)
    {
        var clean = TextCleaning.Clean(text.Replace($"{Passage.Barrier}", "", StringComparison.Ordinal)).Replace(Redactor.Mark, $"{Passage.Barrier}", StringComparison.Ordinal);
        return new Draft(clean, new Redaction?[clean.Count(letter => letter is Passage.Barrier)]);
    }

    /// <summary>The draft without what was found; the same draft when nothing was.</summary>
    public Draft Without(IEnumerable<Finding> findings)
    {
        var cuts = Cuts(findings);
        if (cuts.Count == 0) return this;

        var text = new StringBuilder();
        var kept = new List<Redaction?>();
        var (at, mark) = (0, 0);
        foreach (var (start, end, reason) in cuts)
        {
            Keep(start);
            mark += Passage.Text.AsSpan(start, end - start).Count(Passage.Barrier);
            kept.Add(new Redaction(reason, Shown(Passage.Text[start..end])));
            text.Append(Passage.Barrier);
            at = end;
        }
        Keep(Passage.Text.Length);
        return new Draft(TextCleaning.Clean(text.ToString()), kept);

        void Keep(int until)
        {
            var part = Passage.Text.AsSpan(at, until - at);
            text.Append(part);
            for (var left = part.Count(Passage.Barrier); left > 0; left--) kept.Add(taken[mark++]);
        }
    }

    public RedactedText Finished() => new(Shown(Passage.Text), [.. taken.OfType<Redaction>()]);

    /// <summary>In order, without overlaps, and each with something readable in it, so that every cut makes the text poorer and cutting comes to an end.</summary>
    private List<(int Start, int End, RedactionReason Reason)> Cuts(IEnumerable<Finding> findings)
    {
        var cuts = new List<(int Start, int End, RedactionReason Reason)>();
        foreach (var (start, end, reason) in findings.Select(finding => (Span: Passage.Original(finding), finding.Reason)).Select(found => (found.Span.Start, found.Span.End, found.Reason)).OrderBy(found => found.Start))
        {
            if (!Passage.Text.AsSpan(start, end - start).ContainsAnyExcept(Passage.Barrier, ' ', '\n')) continue;
            if (cuts.Count > 0 && cuts[^1] is var last && start < last.End) cuts[^1] = (last.Start, Math.Max(last.End, end), reason < last.Reason ? reason : last.Reason);
            else cuts.Add((start, end, reason));
        }
        return cuts;
    }

    private static string Shown(string text) => text.Replace($"{Passage.Barrier}", Redactor.Mark, StringComparison.Ordinal);
}
