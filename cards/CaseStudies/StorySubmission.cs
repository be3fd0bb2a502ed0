using RetroBot.Cards.Forms;

namespace RetroBot.Cards.CaseStudies;

/// <summary>What came back from the form, or from the preview, which carries the same.</summary>
public abstract record StorySubmission
{
    private StorySubmission()
    {
    }

    /// <summary>The questions before the form were not answered, or not so that they lead to it.</summary>
    public sealed record Declined(Purpose Purpose) : StorySubmission;

    public sealed record Incomplete(FormEntries Entries) : StorySubmission;

    public sealed record Complete(WrittenStory Story) : StorySubmission;
}
