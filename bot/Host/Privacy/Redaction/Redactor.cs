using System.Runtime.CompilerServices;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Takes out of a text what nobody but its author should see. Pure: no I/O, no clock, nothing remembered but compiled names.</summary>
internal static class Redactor
{
    public const string Mark = "[…]";

    /// <summary>Characters: far above what any form sends. The work grows with the length.</summary>
    public const int Longest = 200_000;

    private static readonly ConditionalWeakTable<RedactionTerms, IDetector[]> Compiled = [];

    private static readonly IDetector[] Everywhere = [new PrivateLinks(), new KnownSecrets(), new LabelledSecrets(), new ConnectionStrings(), new Authorizations(), new EmailAddresses(), new PhoneNumbers(), new Mentions()];

    /// <summary>Cleans the text and cuts until nothing more is found, so that redacting its own output changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is over <see cref="Longest"/>.</exception>
    public static RedactedText Redact(string text, RedactionTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, Longest, nameof(text));
        var detectors = Compiled.GetValue(terms, DetectorsFor);
        for (var draft = Draft.Of(text);;)
        {
            var next = draft.Without(detectors.SelectMany(detector => detector.FindIn(draft.Passage)));
            if (ReferenceEquals(next, draft)) return draft.Finished();
            draft = next;
        }
    }

    /// <summary>The same for what is shown on one line: a text that somebody types for the team.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is over <see cref="Longest"/>.</exception>
    public static RedactedText RedactLine(string text, RedactionTerms terms)
    {
        var redacted = Redact(StoryText.Clean(text), terms);
        return redacted with { Text = StoryText.Clean(redacted.Text) };
    }

    private static IDetector[] DetectorsFor(RedactionTerms terms) => [.. Everywhere, new KnownIds(terms), new Names(terms.RosterNames)];
}
