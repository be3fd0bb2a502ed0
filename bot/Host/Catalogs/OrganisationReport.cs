using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RetroBot.Core.Catalogs;
using RetroBot.Core.Digests;

namespace RetroBot.Host.Catalogs;

/// <summary>What an organisation reads of its closed quarters, as it is served: with how it came about, and in plain words what is not in it.</summary>
/// <param name="Quarters">The newest first. No answer is counted in two of them, but where a team's digest shows numbers that still stand.</param>
/// <param name="Note">Why there is none; null where there is one.</param>
internal sealed record OrganisationReport(string SchemaVersion, IReadOnlyList<string> Method, string? Note, IReadOnlyList<OrganisationReport.Quarter> Quarters)
{
    /// <summary>Of what is in it and what that means.</summary>
    public const string Version = "1";

    public static JsonSerializerOptions Format { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static readonly IReadOnlyList<string> HowItCameAbout =
    [
        "The figures are made once, a week after the quarter is over, from the answers that the rounds of all teams were added up to. They never change. A team from which RetroBot was removed before is not in them.",
        "Shares are of all answers that are counted, in steps of 10 per cent: 0 reads “under 10 %”, 100 reads “over 90 %”. Of a change, the share is of those who named it. What is null is withheld.",
        "No part of a figure rests on fewer people than the threshold of its teams: 5 or more, and 10 or more for how mandatory using AI feels. That still holds after any digests are subtracted.",
        "So a round whose parts are too small is not counted, rounds of which no digest shows a share are counted together or not at all, and at least two teams are counted. Where a digest shows earlier numbers that still stand, those are counted.",
        "A tool that teams do without is named where five teams or more do without it while five or more are asked about it, and then as a range: as it was when the figures were made, of teams that held a round in the quarter. A ground that fewer than five of them give is counted with “other”; grounds that are null are withheld.",
        "One person answers in many rounds of a quarter: answers are not people. Answers are what people say, not what anybody measured. Nothing here may be added up over quarters, or compared between teams.",
    ];

    /// <param name="figures">The oldest first.</param>
    public static OrganisationReport Of(IEnumerable<OrganisationFigures> figures)
    {
        List<Quarter> quarters = [.. figures.Reverse().Select(one => new Quarter(one.Quarter, [.. one.Figures.Select(Figure.Of)], [.. one.OptOuts.Select(OptOut.Of)]))];
        return new(Version, HowItCameAbout, quarters.Count > 0 ? null : "No quarter with a round in it is over yet. The first figures appear a week after the quarter in which the first round was held.", quarters);
    }

    /// <param name="OptOuts">Tools that teams do without, those of most teams first.</param>
    internal sealed record Quarter(string Name, IReadOnlyList<Figure> Figures, IReadOnlyList<OptOut> OptOuts);

    internal sealed record Figure(string Key, string Question, IReadOnlyList<Share>? Shares, string? Teams, string? Answers, string LeftOut)
    {
        public static Figure Of(OrganisationFigure figure) => new(
            figure.Change ?? CatalogWords.Of(figure.Question), Asked(figure.Question),
            figure.Shares is { } shares ? [.. shares.Select(share => new Share(share.Key, share.Percent))] : null, figure.Teams?.InShort(), figure.Answers?.InShort(), InWords(figure.LeftOut));

        private static string Asked(DigestQuestion question) => question switch
        {
            DigestQuestion.Outcome => "Did AI help with a work task?",
            DigestQuestion.Time => "How long did it take, compared with the usual way, checking included?",
            DigestQuestion.Changes => "Did this change?",
            DigestQuestion.Confidence => "How sure is the answer?",
            DigestQuestion.Obligation => "To what extent does using AI at work feel mandatory? A lower bound: who feels obliged may not say so.",
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
        };

        private static string InWords(LeftOut leftOut) => leftOut switch
        {
            Core.Catalogs.LeftOut.Nothing => "No round is left out.",
            Core.Catalogs.LeftOut.SomeRounds => "Some rounds are left out: too few people gave some answer, or the round was not closed in time, or its counts were no longer kept.",
            Core.Catalogs.LeftOut.Everything => "There is no figure: after leaving out rounds in which too few people gave some answer, those not closed in time and those whose counts were no longer kept, fewer than two teams are left.",
            _ => throw new ArgumentOutOfRangeException(nameof(leftOut), leftOut, null),
        };
    }

    internal sealed record Share(string Part, int Percent);

    internal sealed record OptOut(string Tool, string Teams, IReadOnlyList<Because>? Grounds)
    {
        public static OptOut Of(OptOutFigure figure) => new(
            figure.Tool, figure.Teams.InShort(), figure.Grounds.Count == 0 ? null : [.. figure.Grounds.Select(one => new Because(CatalogWords.Of(one.Ground), one.Teams.InShort()))]);
    }

    /// <param name="Ground">Such as <c>not_allowed</c>.</param>
    internal sealed record Because(string Ground, string Teams);
}
