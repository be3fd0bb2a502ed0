namespace RetroBot.Cards.CaseStudies;

/// <summary>The form's inputs by id, and a story as what they would hold: so it travels in buttons, and fills the form again.</summary>
internal static class StoryFields
{
    public const string Title = "title";
    public const string UsualWay = "usualWay";
    public const string AiRole = "aiRole";
    public const string HumanCheck = "humanCheck";
    public const string Changes = "changes";
    public const string NotWhen = "notWhen";
    public const string HowToTry = "howToTry";
    public const string Tool = "tool";
    public const string Area = "area";
    public const string Discovery = "discovery";
    public const string Evidence = "evidence";
    public const string Confidence = "confidence";
    public const string WithName = "withName";

    public static Dictionary<string, string> Of(WrittenStory story)
    {
        (string Id, string? Value)[] fields =
        [
            (Title, story.Title), (UsualWay, story.UsualWay), (AiRole, story.AiRole), (HumanCheck, story.HumanCheck), (Changes, string.Join(',', story.Changes.Select(Choices.NameOf))),
            (NotWhen, story.NotWhen), (HowToTry, story.HowToTry), (Tool, story.Tool), (Area, Choices.NameOf(story.Area)), (Discovery, story.Discovery is { } found ? Choices.NameOf(found) : null),
            (Evidence, story.Evidence), (Confidence, story.Confidence is { } sure ? Choices.NameOf(sure) : null), (WithName, story.WithName ? "true" : null),
        ];
        return fields.Where(field => field.Value is not null).ToDictionary(field => field.Id, field => field.Value!, StringComparer.Ordinal);
    }
}
