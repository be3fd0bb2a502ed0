using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>A line of the corpus: a clean text and where in it something is to be taken out.</summary>
internal sealed record Snippet(string Language, int Line, bool HeldOut, string Raw, string Clean, IReadOnlyList<Place> Labels)
{
    /// <summary>What the redactor took out, as places in the clean text.</summary>
    public IReadOnlyList<Place> Found(RedactionTerms terms)
    {
        var redacted = Redactor.Redact(Raw, terms);
        var (places, at) = (new List<Place>(), 0);
        var pieces = redacted.Text.Split(Redactor.Mark);
        foreach (var (piece, redaction) in pieces.Zip(redacted.Redactions))
        {
            at += piece.Length;
            places.Add(new Place(redaction.Reason, at, at + redaction.Original.Length));
            at += redaction.Original.Length;
        }
        return places;
    }

    public string Show(Place place) => $"{Language}.txt:{Line} {place.Reason} “{Clean[place.Start..place.End]}” in: {Clean}";
}
