using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CaseStudies;
using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Host.CaseStudies;

/// <summary>Looks through a story before anyone else sees it: cleans it, redacts it, and judges what is left. Looking through the outcome again changes nothing.</summary>
internal sealed class StoryReview
{
    private readonly RedactionTerms terms;
    private readonly List<StoryProblem> problems = [];
    private readonly List<LeftOut> leftOut = [];

    private StoryReview(RedactionTerms terms) => this.terms = terms;

    public static StoryVerdict Of(WrittenStory story, RedactionTerms terms)
    {
        var review = new StoryReview(terms);
        var seen = review.Redacted(story);
        return review.problems.Count > 0 ? new StoryVerdict.Refused(review.problems) : new StoryVerdict.Passed(seen, review.leftOut);
    }

    private WrittenStory Redacted(WrittenStory story) => story with
    {
        Title = Required(story.Title, Story.LongestTitle, StoryProblem.Title),
        UsualWay = Optional(story.UsualWay, StoryProblem.UsualWay),
        AiRole = Optional(story.AiRole, StoryProblem.AiRole),
        HumanCheck = Optional(story.HumanCheck, StoryProblem.HumanCheck),
        HowToTry = Required(story.HowToTry, Story.LongestText, StoryProblem.HowToTry),
        NotWhen = Optional(story.NotWhen, StoryProblem.NotWhen),
        Evidence = Link(story.Evidence),
    };

    private string Required(string text, int longest, StoryProblem problem)
    {
        var seen = Seen(text, longest, problem);
        if (!seen.Any(char.IsLetterOrDigit)) Refuse(problem);
        return seen;
    }

    private string? Optional(string? text, StoryProblem problem) => text is not null && Seen(text, Story.LongestText, problem) is { Length: > 0 } seen ? seen : null;

    /// <summary>A mark can be longer than what it stands for.</summary>
    private string Seen(string text, int longest, StoryProblem problem)
    {
        var seen = Redactor.RedactLine(text, terms);
        leftOut.AddRange(seen.Redactions.Select(one => new LeftOut(Told(one.Reason), StoryText.Clean(one.Original))));
        if (seen.Text.Length > longest) Refuse(problem);
        return seen.Text;
    }

    /// <summary>A link is shown whole or not at all.</summary>
    private string? Link(string? link)
    {
        if (link is not null && (!EvidenceLink.IsValid(link) || Redactor.Redact(link, terms).Redactions.Count > 0)) Refuse(StoryProblem.Evidence);
        return link;
    }

    private void Refuse(StoryProblem problem)
    {
        if (!problems.Contains(problem)) problems.Add(problem);
    }

    private static LeftOutReason Told(RedactionReason reason) => reason switch
    {
        RedactionReason.PrivateLink => LeftOutReason.PrivateLink,
        RedactionReason.Secret => LeftOutReason.Secret,
        RedactionReason.EmailAddress => LeftOutReason.EmailAddress,
        RedactionReason.PhoneNumber => LeftOutReason.PhoneNumber,
        RedactionReason.Identifier => LeftOutReason.Identifier,
        RedactionReason.Mention => LeftOutReason.Mention,
        RedactionReason.Name => LeftOutReason.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
