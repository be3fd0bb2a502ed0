using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>A snippet and what the redactor found in it.</summary>
internal sealed class Judged(Snippet snippet, RedactionTerms terms)
{
    private readonly IReadOnlyList<Place> found = snippet.Found(terms);

    public Snippet Snippet => snippet;

    public IEnumerable<Place> Labels(RedactionReason reason) => snippet.Labels.Where(label => label.Reason == reason);

    public IEnumerable<Place> Findings(RedactionReason reason) => found.Where(finding => finding.Reason == reason);

    public bool IsFound(Place label) => Enumerable.Range(label.Start, label.End - label.Start).All(place => found.Any(finding => finding.Reason == label.Reason && finding.Start <= place && place < finding.End));

    public bool IsRight(Place finding) => snippet.Labels.Any(label => label.Reason == finding.Reason && label.Start <= finding.Start && finding.End <= label.End);

    public IEnumerable<string> Faults() =>
    [
        .. snippet.Labels.Where(label => !IsFound(label)).Select(label => $"left: {snippet.Show(label)}"),
        .. found.Where(finding => !IsRight(finding)).Select(finding => $"too much: {snippet.Show(finding)}"),
    ];
}
