using RetroBot.Core.CaseStudies;

namespace RetroBot.Core.Digests;

/// <summary>What a lead says that the team changed because of what it had said. It waits with the team for the next digest that is sealed, and stands in that one alone.</summary>
public sealed record WeChanged
{
    /// <summary>Characters.</summary>
    public const int Longest = 300;

    /// <summary>Random: the same words said again are said anew.</summary>
    public string Id { get; }

    /// <summary>One clean line.</summary>
    public string Text { get; }

    /// <exception cref="ArgumentException">There is no id, or the text is empty, too long or not clean.</exception>
    public WeChanged(string id, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > Longest) throw new ArgumentException($"What was changed has at most {Longest} characters.", nameof(text));
        if (!StoryText.IsClean(text)) throw new ArgumentException("What was changed is one line without anything invisible.", nameof(text));
        (Id, Text) = (id, text);
    }

    public bool IsIn(Digest? digest) => string.Equals(digest?.Changed?.Id, Id, StringComparison.Ordinal);
}
