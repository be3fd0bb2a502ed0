using System.Text.Json;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Catalogs;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Diagnosis;
using RetroBot.Cards.Digests;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Cards.Welcome;
using RetroBot.Host.People;

namespace RetroBot.Tests.Cards;

/// <summary>Every card in every state that a person can come to see.</summary>
public static class CardGallery
{
    public static readonly Ticket Ticket = new("19:4f2a7f0c9d8e4b1f8f5a1c0d7e6b5a49@thread.tacv2", "2026-W47", "q7Zk2m0Vw1sX9cT4bN8yRg");
    public static readonly Moment Closes = new(new DateTimeOffset(2026, 11, 19, 9, 0, 0, TimeSpan.FromHours(1)), "Europe/Berlin");
    public static readonly Uri Document = new("https://retrobot.contoso.com/privacy");
    public static readonly DateOnly Monday = new(2026, 11, 16);
    public static readonly CheckInContext CheckIn = new(Ticket, "Platform team", Monday, Closes, AddedBy: null, ["Copilot", "ChatGPT", "Claude"], AsksObligation: false);
    public static readonly CheckInContext FourthCheckIn = CheckIn with { AsksObligation = true };

    public static readonly SetupContext SetupOf = new(
        Ticket,
        "Platform team",
        ["America/New_York", "Asia/Kolkata", "Asia/Tokyo", "Europe/Berlin", "Europe/London", "UTC"],
        [new("a1", "Ana Lopez"), new("b2", "Bo Chen"), new("c3", "Chidi Okafor"), new("d4", "Dana Weiss")]);

    public static readonly Setup Setup = new(CadenceChoice.Weekly, WeekdayChoice.Monday, new TimeOnly(9, 0), "Europe/Berlin", 3, 5, ["Copilot", "ChatGPT", "Claude"], ["b2"], Reminds: false, Languages.English);

    public static readonly ToolsContext ToolsOf = new("Platform team", ["Copilot", "ChatGPT", "Claude"], [], new DateOnly(2026, 11, 17), new DateOnly(2028, 11, 16));

    private static readonly OwnTeams Teams = new([("Platform team", new TeamOutlook.Waiting(Closes)), ("R&D [West]", new TeamOutlook.Waiting(Closes with { At = Closes.At.AddDays(1) })), ("Sales", new TeamOutlook.NotSetUp())], IsComplete: true);

    public static IEnumerable<(string Name, Card Card)> All =>
    [
        ("check-in", new CheckInCard(CheckIn)),
        ("check-in-again", new CheckInCard(CheckIn with { Again = SentAgain.MayHaveComeBefore })),
        ("check-in-reminder", new CheckInCard(CheckIn with { Again = SentAgain.Reminder })),
        ("check-in-first", new CheckInCard(CheckIn with { AddedBy = "Ana Lopez" })),
        ("check-in-hostile-names", new CheckInCard(CheckIn with { TeamName = "[**R&D**](https://evil.example) `_x_` {{DATE(2026-01-01)}}\n# <b>", AddedBy = "<at>everyone</at>" })),
        ("check-in-details", new CheckInDetailsCard(CheckIn, OutcomeChoice.Helped)),
        ("check-in-details-no-tools", new CheckInDetailsCard(CheckIn with { Tools = [] }, OutcomeChoice.CostTime)),
        ("check-in-details-fourth-round", new CheckInDetailsCard(FourthCheckIn, OutcomeChoice.NoDifference)),
        ("check-in-details-fourth-round-brief", new CheckInDetailsCard(FourthCheckIn, OutcomeChoice.RightlyNotUsed)),
        ("check-in-details-errors", Again(CheckIn, """{"outcome":"helped","time":"overFourHours","changes":"fewerErrors,lessTedious","tool":"Abacus"}""")),
        ("check-in-fortnightly", new CheckInCard(CheckIn with { Cadence = CadenceChoice.Fortnightly })),
        ("check-in-every-four-weeks", new CheckInCard(CheckIn with { Cadence = CadenceChoice.EveryFourWeeks })),
        ("check-in-not-asked", new CheckInCard(CheckIn with { IsNotAsked = true })),
        ("check-in-which", new ChooseCheckInCard([new(Ticket, "Platform team", Closes), new(Ticket, "R&D [West]", Closes with { At = Closes.At.AddDays(1) })], IsNotAsked: true)),
        ("check-in-which-of-many", new ChooseCheckInCard([.. Enumerable.Range(1, 40).Select(number => new OpenRound(Ticket, $"Team {number}", Closes))], IsNotAsked: false)),
        ("check-in-none", new NoCheckInCard(Teams)),
        ("check-in-none-of-many", new NoCheckInCard(new OwnTeams([.. Enumerable.Range(1, 40).Select(number => ($"Team {number}", (TeamOutlook)new TeamOutlook.Waiting(Closes)))], IsComplete: false))),
        ("check-in-no-team", new NoCheckInCard(new OwnTeams([], IsComplete: true))),
        ("my-status", new MyStatusCard(new AskedState.Asked(), Teams with { Known = [("Platform team", new TeamOutlook.Open(Closes)), .. Teams.Known.Skip(1)] })),
        ("my-status-paused", new MyStatusCard(new AskedState.Paused(new DateOnly(2026, 12, 14)), Teams)),
        ("my-status-stopped", new MyStatusCard(new AskedState.Stopped(), Teams with { IsComplete = false })),
        ("my-status-no-team", new MyStatusCard(new AskedState.Asked(), new OwnTeams([], IsComplete: true))),
        ("my-status-teams-unknown", new MyStatusCard(new AskedState.Asked(), new OwnTeams([], IsComplete: false))),
        ("saved", new SavedCard(Ticket, Closes)),
        ("answer-deleted", new AnswerDeletedCard(Ticket)),
        ("skipped", new SkippedCard(Ticket)),
        ("skipped-written", new SkippedCard()),
        ("paused", new PausedCard(new DateOnly(2026, 12, 14))),
        ("paused-from-card", new PausedCard(new DateOnly(2026, 12, 14), Ticket)),
        ("stopped", new StoppedCard()),
        ("stopped-from-card", new StoppedCard(Ticket)),
        ("started", new StartedCard()),
        ("started-from-card", new StartedCard(Ticket)),
        ("why-asked", new WhyAskedCard([new("Platform team", AddedBy: null)], Document, Ticket)),
        ("why-asked-added-by", new WhyAskedCard([new("Platform team", "Ana Lopez")], Document, Ticket)),
        ("why-asked-written", new WhyAskedCard([new("Platform team", "Ana Lopez"), new("R&D [West]", AddedBy: null)], Document)),
        ("why-asked-no-team", new WhyAskedCard([], Document)),
        ("what-is-stored", new WhatIsStoredCard(StoredThings.All, 26, new StoredAboutYou(new DateOnly(2026, 12, 14), Stopped: false, Languages.English, Chat: true, ["Platform team", "R&D [West]"]), Document)),
        ("what-is-stored-nothing", new WhatIsStoredCard(StoredThings.All, 26, new StoredAboutYou(PausedUntil: null, Stopped: false, Language: null, Chat: false, []), Document)),
        ("what-is-stored-stopped", new WhatIsStoredCard(StoredThings.All, 26, new StoredAboutYou(PausedUntil: null, Stopped: true, Language: null, Chat: true, [.. Enumerable.Range(1, 40).Select(number => $"Team {number}")]), Document)),
        ("what-is-stored-channel", new WhatIsStoredCard(StoredThings.All, 26, You: null, Document)),
        ("delete-data", new DeleteDataCard(IsNotAsked: false, ChoseLanguage: false, [], [])),
        ("delete-data-not-asked", new DeleteDataCard(IsNotAsked: true, ChoseLanguage: false, [], [])),
        ("delete-data-lead", new DeleteDataCard(IsNotAsked: true, ChoseLanguage: true, ["Platform team", "R&D [West]"], ["Data team"])),
        ("data-deleted", new DataDeletedCard([DeletedThing.Answer, DeletedThing.Vote, DeletedThing.Language, DeletedThing.Chat, DeletedThing.LeadRole, DeletedThing.Installer], StaysUnasked: true, StaysLead: true)),
        ("data-deleted-asked-again", new DataDeletedCard([DeletedThing.Asking], StaysUnasked: false, StaysLead: false)),
        ("data-deleted-nothing", new DataDeletedCard([], StaysUnasked: false, StaysLead: false)),
        ("round-over", new RoundOverCard("Platform team")),
        ("not-yours", new NotYoursCard()),
        ("old-card", new OldCardCard()),
        ("try-again", new TryAgainCard(CheckInDetailsCard.Verb, Json("""{"team":"t","round":"r","ticket":"k","outcome":"helped","time":"lostTime","n":1,"at":"2026-11-16T09:00:00Z"}"""))),
        ("try-again-written", new TryAgainCard("", default)),
        ("storage-silent", new StorageSilentCard()),
        ("team-welcome", new TeamWelcomeCard("Platform team", AddedBy: null, 5, Document)),
        ("team-welcome-added-by", new TeamWelcomeCard("Platform team", "Ana Lopez", 5, Document)),
        ("personal-welcome", new PersonalWelcomeCard(Document)),
        ("help-channel", new HelpCard(HelpScope.Channel)),
        ("help-personal", new HelpCard(HelpScope.Personal)),
        ("private-only", new PrivateOnlyCard()),
        ("elsewhere-in-the-channel", new ElsewhereCard(HelpScope.Channel)),
        ("elsewhere-in-the-own-chat", new ElsewhereCard(HelpScope.Personal)),
        ("language", new LanguageCard(new LanguageChoice.AsInTeams())),
        ("language-chosen-before", new LanguageCard(new LanguageChoice.In(Languages.English))),
        ("language-chosen", new LanguageChosenCard(new LanguageChoice.In(Languages.English))),
        ("language-as-in-teams", new LanguageChosenCard(new LanguageChoice.AsInTeams())),
        ("export", new ExportCard()),
        ("export-not-owner", new NotProgramOwnerCard()),
        ("export-empty", new EmptyCatalogCard()),
        ("export-begun", new ExportBegunCard(ExportFormat.Xlsx)),
        ("export-under-way", new ExportUnderWayCard(Percent: null)),
        ("export-half-way", new ExportUnderWayCard(Percent: 49)),
        ("export-declined", new ExportDeclinedCard()),
        .. Enum.GetValues<ExportProblem>().Select(problem => ($"export-failed-{problem}", (Card)new ExportFailedCard(problem, 100))),
        ("catalog-newest", new CatalogCard(Entries, IsSearch: false, new DigestCard.Band(20, 49), Catalog)),
        ("catalog-newest-few", new CatalogCard([Entries[0]], IsSearch: false, OutOf: null, Page: null)),
        ("catalog-found", new CatalogCard([.. Entries.Take(2)], IsSearch: true, OutOf: null, new Uri(Catalog, "?lang=en&q=release%20notes"))),
        ("catalog-found-many", new CatalogCard(Entries, IsSearch: true, new DigestCard.Band(50, To: null), new Uri(Catalog, "?lang=en&q=notes"))),
        ("catalog-hostile", new CatalogCard([Entries[0] with { Title = HostileStory.Title, Tool = HostileStory.Tool, AiRole = Hostile, HowToTry = Hostile, NotWhen = Hostile }], IsSearch: true, OutOf: null, Catalog)),
        .. Enum.GetValues<CatalogNotice>().Select(notice => ($"catalog-notice-{notice}", (Card)new CatalogNoticeCard(notice))),
        ("setup", new SetupCard(SetupOf, Setup)),
        ("setup-in-quiet-hours", Again("""{"cadence":"weekly","day":"friday","time":"21:30","zone":"Europe/Berlin","openDays":3,"threshold":5,"reminds":"true"}""", SetupOf with { Quiet = new QuietSpan(new TimeOnly(20, 0), new TimeOnly(7, 0)) })),
        ("setup-alone", new SetupCard(SetupOf with { People = [] }, Setup with { Tools = [], Leads = [] })),
        ("setup-errors", Again("""{"cadence":"daily","day":"friday","time":"9 o'clock","zone":"Mars/Olympus","openDays":9,"threshold":"2","tools":"a very long name of a tool that nobody could read","leads":"z9"}""")),
        ("setup-large-team", new SetupCard(SetupOf with { People = [.. Enumerable.Range(1, 400).Select(number => new PersonChoice($"00000000-0000-0000-0000-{number:D12}", $"Person Number {number:D3}"))] }, Setup)),
        ("setup-saved", new SetupSavedCard(Ticket, "Platform team", Setup, ["Ana Lopez", "Bo Chen"], Closes)),
        ("setup-saved-bare", new SetupSavedCard(Ticket, "Platform team", Setup with { OpenDays = 1, Tools = [] }, [], Closes)),
        ("status-not-set-up", new StatusCard("Platform team", new RoundStatus.Waiting(Opens: null))),
        ("status-waiting", new StatusCard("Platform team", new RoundStatus.Waiting(Closes))),
        ("status-open", new StatusCard("Platform team", new RoundStatus.Open(Closes, new Sending(Blocked: 3, NotInstalled: 2, Unreachable: 1, Unconfirmed: 1, PutOff: false, InProgress: false)))),
        ("status-sending", new StatusCard("Platform team", new RoundStatus.Open(Closes, new Sending(Blocked: 0, NotInstalled: 0, Unreachable: 0, Unconfirmed: 0, PutOff: true, InProgress: true)))),
        ("status-all-sent", new StatusCard("Platform team", new RoundStatus.Open(Closes, new Sending(0, 0, 0, 0, PutOff: false, InProgress: false)))),
        ("status-closing", new StatusCard("Platform team", new RoundStatus.Closing())),
        ("tools", new ToolsCard(ToolsOf)),
        ("tools-none", new ToolsCard(ToolsOf with { Tools = [], LeftOut = [] })),
        ("tools-left-out", new ToolsCard(ToolsOf with { LeftOut = [new("ChatGPT", "The contract ends […] and nobody renews it.", new DateOnly(2027, 2, 1)), new("Claude", Hostile, new DateOnly(2028, 11, 16))] })),
        ("tools-offered-again", new ToolsCard(ToolsOf, Offered: "Claude")),
        ("tools-errors", AgainTools("""{"tool":"Abacus","review":"2026-11-16"}""")),
        ("tools-reason-refused", new ToolsCard(ToolsOf, ToolsCard.RefuseReason(new CardData(Json("""{"tool":"Claude","reason":"Ana Lopez","review":"2026-12-16"}"""))))),
        ("tool-review", new ToolReviewCard("ChatGPT", "The contract ended.")),
        ("tool-review-hostile", new ToolReviewCard("[t](https://evil.example)", Hostile)),
        ("diagnosis-works", new DiagnosisCard("Platform team", [Line(CheckState.Works, CheckSubject.Storage, CheckMessage.StorageAnswers), Line(CheckState.Works, CheckSubject.MasterKey, CheckMessage.MasterKeyThere),
            new(CheckSubject.Teams, CheckState.Works, [new Remark.Counted(CheckMessage.Members, 12)]), Line(CheckState.Works, CheckSubject.Channel, CheckMessage.ChannelAnswers), new(CheckSubject.Schedule, CheckState.Works, [new Remark.At(CheckMessage.Opens, Closes)]),
            Line(CheckState.Works, CheckSubject.Sending, CheckMessage.NothingToSend), Line(CheckState.Works, CheckSubject.Reach, CheckMessage.ReachUnknown), Line(CheckState.Works, CheckSubject.Settings, CheckMessage.SettingsFine), Line(CheckState.Works, CheckSubject.Clock, CheckMessage.ClockRight)])),
        ("diagnosis-attention", new DiagnosisCard("Platform team", [Line(CheckState.Works, CheckSubject.Storage, CheckMessage.StorageAnswers), Line(CheckState.NeedsAttention, CheckSubject.MasterKey, CheckMessage.MasterKeyOutOfReach),
            Line(CheckState.NeedsAttention, CheckSubject.Teams, CheckMessage.TeamsBusy), new(CheckSubject.Schedule, CheckState.NeedsAttention, [new Remark.At(CheckMessage.Opens, Closes), new Remark.At(CheckMessage.OpensInQuietHours, Closes)]),
            new(CheckSubject.Sending, CheckState.NeedsAttention, [new Remark.At(CheckMessage.TeamsBusyUntil, Closes)]), Line(CheckState.NeedsAttention, CheckSubject.Clock, CheckMessage.TeamsClockDiffers)])),
        ("diagnosis-broken", new DiagnosisCard("Platform team", [Line(CheckState.Fails, CheckSubject.Storage, CheckMessage.StorageSilent), Line(CheckState.Fails, CheckSubject.MasterKey, CheckMessage.MasterKeyMissing),
            Line(CheckState.Fails, CheckSubject.Teams, CheckMessage.TeamsRefuses), Line(CheckState.Fails, CheckSubject.Channel, CheckMessage.TookTooLong), new(CheckSubject.Schedule, CheckState.Fails, [new Remark.At(CheckMessage.Overdue, Closes)]),
            new(CheckSubject.Sending, CheckState.Fails, [new Remark.At(CheckMessage.NobodySends, Closes)]), new(CheckSubject.Reach, CheckState.NeedsAttention, [.. ((CheckMessage[])[CheckMessage.Blocked, CheckMessage.NotInstalled, CheckMessage.Unreachable, CheckMessage.Unconfirmed]).Select((reason, index) => new Remark.Counted(reason, index + 1))]),
            new(CheckSubject.Settings, CheckState.NeedsAttention, [new Remark.Counted(CheckMessage.ThresholdTooHigh, 9), new Remark.Counted(CheckMessage.TeamTooSmall, 5), new Remark.Plain(CheckMessage.OneLead), new Remark.Plain(CheckMessage.NoLead), new Remark.Plain(CheckMessage.ReviewPassed)]),
            Line(CheckState.Fails, CheckSubject.Clock, CheckMessage.CheckFailed)])),
        ("diagnosis-open", new DiagnosisCard("[R&D](https://evil.example)", [new(CheckSubject.Schedule, CheckState.Works, [new Remark.At(CheckMessage.Closes, Closes)]), Line(CheckState.Works, CheckSubject.Sending, CheckMessage.SendingNow), new(CheckSubject.Sending, CheckState.Works, [new Remark.At(CheckMessage.WaitsForQuietHours, Closes)]),
            Line(CheckState.Works, CheckSubject.Reach, CheckMessage.NobodyOutOfReach), Line(CheckState.NeedsAttention, CheckSubject.Schedule, CheckMessage.NotSetUp), Line(CheckState.NeedsAttention, CheckSubject.Clock, CheckMessage.StorageClockDiffers)])),
        ("not-lead", new NotLeadCard()),
        ("opened", new OpenedCard(Closes)),
        ("opened-in-quiet-hours", new OpenedCard(Closes, Sent: Closes with { At = Closes.At.AddDays(-2).AddHours(-2) })),
        ("closing", new ClosingCard()),
        .. Enum.GetValues<CannotOpenReason>().Select(reason => ($"cannot-open-{reason}", (Card)new CannotOpenCard(reason))),
        .. Enum.GetValues<CannotCloseReason>().Select(reason => ($"cannot-close-{reason}", (Card)new CannotCloseCard(reason))),
        ("digest-closing", new DigestClosingCard(Monday)),
        ("digest", Digest),
        ("digest-and-more-closed-early", Digest with { Answered = new(50, To: null), ClosedEarly = true }),
        ("digest-mostly-withheld", Digest with { Sections = [.. Digest.Sections.Select((section, index) => index == 0 ? section : section with { Shares = null })] }),
        ("digest-stories", Digest with { Stories = [.. Stories.Select(AsPosted)] }),
        ("digest-stories-withdrawn-and-voted", Digest with { Stories = [.. Stories.Skip(1)], Withdrawn = true, Own = new(StoryNotice.VoteKept) }),
        ("digest-stories-too-few", Digest with { Answered = null, Sections = [], Stories = [Stories[0] with { TakesVotes = false }], Own = new(StoryNotice.VotingEnded) }),
        ("digest-stories-gone", Digest with { Answered = null, Sections = [], Withdrawn = true, Own = new(StoryNotice.StoryGone) }),
        ("digest-stories-tried", Digest with { Answered = null, Sections = [], Stories = Stories, Own = new(Notice: null, Stories[1].Id) }),
        ("digest-stories-sent", Digest with { Answered = null, Sections = [], Stories = Stories, Own = new(StoryNotice.RecipeSent) }),
        ("digest-stories-recipe-gone", Digest with { Answered = null, Sections = [], Stories = [Stories[1]], Withdrawn = true, Own = new(StoryNotice.RecipeGone) }),
        ("digest-changed", Digest with { Changed = Changed }),
        ("digest-changed-too-few", Digest with { Answered = null, Sections = [], Changed = Hostile }),
        ("digest-everything", Digest with { Stories = Stories, Withdrawn = true, ClosedEarly = true, Trend = Trend, Outcome = Outcome with { Warning = NumbersWarning.FewHelpedYetBetter, Helped = 20 }, Changed = Changed }),
        ("digest-trend", Digest with { Trend = Trend, Outcome = Outcome, Changed = Changed }),
        ("digest-trend-too-few", Digest with { Answered = null, Sections = [], Trend = new DigestTrend([]) }),
        ("digest-two-numbers", Digest with { Outcome = Outcome }),
        ("digest-two-numbers-disagree", Digest with { Outcome = Outcome with { Before = new OutcomeBefore(3.5m, OutcomeMove.Worse), Warning = NumbersWarning.ManyHelpedYetWorse }, Changed = Changed }),
        ("digest-two-numbers-disagree-better", Digest with { Outcome = Outcome with { Helped = 0, Warning = NumbersWarning.FewHelpedYetBetter } }),
        ("digest-two-numbers-too-few", Digest with { Answered = null, Sections = [], Outcome = new OutcomeShown(new TrackedValue(MetricChoice.EscapedDefects, 0), new OutcomeBefore(0, OutcomeMove.Same)) }),
        ("team-outcome", new TeamOutcomeCard(new TeamOutcomeContext("Platform team", Waiting: null, Shown: null))),
        ("team-outcome-again", new TeamOutcomeCard(new TeamOutcomeContext("Platform team", new TrackedValue(MetricChoice.Satisfaction, 4.5m), new TrackedValue(MetricChoice.CycleTime, 4.2m)))),
        ("team-outcome-errors", AgainOutcome("""{"metric":"hours","value":"soon"}""")),
        ("team-outcome-value-refused", AgainOutcome("""{"metric":"satisfaction","value":"5,5"}""")),
        ("team-outcome-kept", new TeamOutcomeKeptCard(Outcome with { Helped = null })),
        ("team-outcome-kept-first", new TeamOutcomeKeptCard(new OutcomeShown(new TrackedValue(MetricChoice.Satisfaction, 4.5m), Before: null))),
        ("changed-kept", new ChangedKeptCard(Changed, IsRedacted: false)),
        ("changed-kept-redacted", new ChangedKeptCard("We asked […] to skip the summary. " + Hostile, IsRedacted: true)),
        .. Enum.GetValues<CannotKeepChangedReason>().Select(reason => ($"cannot-keep-changed-{reason}", (Card)new CannotKeepChangedCard(reason))),
        ("story-purpose", new PurposeCard(StoryOf)),
        ("story-purpose-errors", PurposeCard.Parse(new CardData(Json("""{"forWork":"yes"}"""))) is Purpose.Incomplete(var missing) ? new PurposeCard(StoryOf, missing) : throw new InvalidOperationException("One answer is missing.")),
        .. Enum.GetValues<DeclineReason>().Select(reason => ($"story-declined-{reason}", (Card)new DeclinedCard(reason, StoryOf.Team))),
        ("story-form", new StoryFormCard(StoryOf)),
        ("story-form-no-tools", new StoryFormCard(StoryOf with { Tools = [] })),
        ("story-form-errors", AgainStory("""{"forWork":"yes","forShow":"no","title":"Release notes from merged tickets","aiRole":"Drafted them","evidence":"http://wiki/notes","withName":"true","tool":"Abacus"}""")),
        ("story-form-filled", new StoryFormCard(StoryOf, StoryFormCard.EntriesOf(Story, StoryProblem.Evidence))),
        ("story-preview", new StoryPreviewCard(StoryOf, Story, Signature: null, VerificationLevel.AuthorChecked, [], Draft)),
        ("story-preview-signed-and-redacted", new StoryPreviewCard(StoryOf, Story with { HowToTry = "Ask […] for the prompt, or write to […]. Paste the tickets and ask for one line each.", WithName = true, Confidence = ConfidenceChoice.Measured }, "Ana Lopez", VerificationLevel.AuthorChecked,
            [new(LeftOutReason.EmailAddress, "bo.chen@contoso.com"), new(LeftOutReason.Name, "Bo Chen"), new(LeftOutReason.Name, "Chidi")], Draft)),
        ("story-preview-hostile", new StoryPreviewCard(StoryOf with { TeamName = Hostile }, HostileStory, Hostile, VerificationLevel.SelfReported, [new(LeftOutReason.Secret, Hostile)], Draft)),
        ("story-discarded", new DiscardedCard(StoryOf.Team)),
        ("story-published", new PublishedCard(StoryTicket)),
        ("story-kept", new PublishedCard(StoryTicket, IsKept: true)),
        ("story-published-hostile", new PublishedCard(StoryTicket with { Title = Hostile })),
        ("story-withdraw", new WithdrawCard(StoryTicket)),
        ("story-withdrawn", new WithdrawnCard()),
        ("recipe", new RecipeCard(RecipeOf(Stories[0]), RecipeTicket)),
        ("recipe-voted", new RecipeCard(RecipeOf(Stories[0]), RecipeTicket, StoryNotice.VoteKept)),
        ("recipe-voting-ended", new RecipeCard(RecipeOf(Stories[1] with { TakesVotes = false }), RecipeTicket, StoryNotice.VotingEnded)),
        ("recipe-brief", new RecipeCard(RecipeOf(AsPosted(Stories[2] with { TakesVotes = false, Story = Brief })), Ticket: null)),
        ("recipe-hostile", new RecipeCard(RecipeOf(Stories[0] with { Story = HostileStory, Signature = Hostile }) with { TeamName = Hostile }, RecipeTicket)),
        ("recipe-gone", new RecipeGoneCard()),
        .. Enum.GetValues<RecipeNotSent>().Select(why => ($"recipe-not-sent-{why}", (Card)new RecipeHereCard(RecipeOf(Stories[0]), why))),
        ("story-nothing-to-withdraw", new NothingToWithdrawCard()),
        ("digest-all-withheld", Digest with { Sections = [.. Digest.Sections.Select(section => section with { Shares = null })] }),
        ("digest-too-few", Digest with { Answered = null, Sections = [] }),
        ("digest-stands", Stands(Digest) with { Sections = [.. Stands(Digest).Sections.SkipLast(1)] }),
        ("digest-stands-but-obligation", Stands(Digest) with { Sections = [.. Stands(Digest).Sections.SkipLast(1), Digest.Sections[^1]], Answered = new(50, To: null) }),
        ("digest-new-but-obligation", Digest with { Sections = [.. Digest.Sections.SkipLast(1), Stands(Digest).Sections[^1]] }),
        ("digest-stands-under-a-raised-threshold", Stands(Digest) with { Answered = null, Sections = [] }),
    ];

    public static Card Named(string name) => All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Card;

    /// <summary>A digest that shows these case studies.</summary>
    public static DigestCard DigestWith(params DigestStory[] stories) => Digest with { Stories = stories };

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static readonly StoryContext StoryOf = new("19:4f2a7f0c9d8e4b1f8f5a1c0d7e6b5a49@thread.tacv2", "Platform team", ["Copilot", "ChatGPT", "Claude"]);

    public const string Draft = "5f6d0c1b2a394857667584939fa1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3";

    public static readonly WrittenStory Story = new(
        "Release notes from merged tickets",
        "Somebody reads forty tickets on the last day and writes the notes by hand.",
        "Drafted one line per ticket, grouped by what a customer would notice.",
        "I read every line beside its ticket and threw out three.",
        [ChangeChoice.ShippedSooner, ChangeChoice.LessTedious],
        "Tickets that hold customer names: take those out first.",
        "Paste the titles and descriptions and ask for one plain line each, grouped by feature. Then check every line against its ticket.",
        "Claude",
        AreaChoice.FirstDrafts,
        DiscoveryChoice.Colleague,
        "https://wiki.contoso.com/release-notes",
        ConfidenceChoice.Compared,
        WithName: false);

    /// <summary>Everything that could become a link, a mention, markup or a function of the renderer.</summary>
    public const string Hostile = "<at>everyone</at> [win](https://evil.example) **b** `c` <img src=x onerror=alert(1)> {{DATE(2026-01-01)}} <https://evil.example>";

    public static readonly WrittenStory HostileStory = Story with
    {
        Title = "# <b>[x](https://evil.example)</b> <at>Bo</at>", UsualWay = Hostile, AiRole = Hostile, HumanCheck = Hostile, NotWhen = Hostile, HowToTry = Hostile, Tool = "[t](https://evil.example)", Evidence = "https://evil.example/a_b_c",
    };

    private static readonly DigestTrend Trend = new([new("outcome.helped", 60, 50), new("outcome.costTime", 0, 10), new("time.gained", 100, 40)]);

    private static readonly OutcomeShown Outcome = new(new TrackedValue(MetricChoice.CycleTime, 4.2m), new OutcomeBefore(5.1m, OutcomeMove.Better)) { Helped = 50 };

    private const string Changed = "The Monday report takes five lines now, and nobody has to have it summarised.";

    private static readonly StoryTicket StoryTicket = new("19:4f2a7f0c9d8e4b1f8f5a1c0d7e6b5a49@thread.tacv2", "00112233445566778899aabbccddeeff", Draft, Story.Title);

    private static DigestStory[] Stories { get; } =
    [
        new("00112233445566778899aabbccddeeff", Story, Signature: null, VerificationLevel.WorkedForOthers, new DigestCard.Band(10, 19), new DigestCard.Band(5, 9), TakesVotes: true),
        new("11112233445566778899aabbccddeeff", Story with { Title = "Finding why the nightly build fails", Area = AreaChoice.Debugging, Tool = null, Confidence = null, Changes = [ChangeChoice.IssueResolvedQuicker], AiRole = "Read the log and named two suspects; one was it." }, "Ana Lopez", VerificationLevel.TeamMetricMoved, new DigestCard.Band(50, To: null), DidNotWork: null, TakesVotes: true),
        new("22112233445566778899aabbccddeeff", Story with { Title = "Minutes that nobody read", Area = AreaChoice.MeetingNotes, Tool = "Copilot", Confidence = ConfidenceChoice.Guess, Changes = [ChangeChoice.NothingVisible, ChangeChoice.WorkForOthers], AiRole = null, HowToTry = "Better not. Three of us corrected what one person could have written in five minutes, and the decision that mattered was missing from the notes; since then we write three lines by hand: what we decided, who does it, and until when. Nobody has missed the rest." }, Signature: null, VerificationLevel.SelfReported, Worked: null, DidNotWork: null, TakesVotes: true),
    ];

    private static Uri Catalog { get; } = new("https://retrobot.contoso.com/catalog?lang=en");

    /// <summary>Of a quarter that is closed, and of one that is not.</summary>
    private static CatalogEntry[] Entries { get; } =
    [
        .. Stories.Select(story => new CatalogEntry(story.Story.Title, story.Level, story.Story.Area, story.Story.Tool, "2026-Q3", story.Story.AiRole, story.Story.HowToTry, story.Story.NotWhen)),
        new("Questions for a user interview", Level: null, Area: null, Tool: null, "2026-Q4", "Proposed thirty questions, of which we kept six.", "Say who you talk to and what you want to decide, and ask for open questions only.", NotWhen: null),
        new("A first sketch of the quarter's budget talk", VerificationLevel.SelfReported, Area: null, Tool: null, "2026-Q4", AiRole: null, "Give it last quarter's outline.", "Numbers: it makes them up."),
    ];

    /// <summary>What an author writes who fills in what is required.</summary>
    private static WrittenStory Brief => Story with { UsualWay = null, AiRole = null, HumanCheck = null, NotWhen = null, Tool = null, Discovery = null, Evidence = null, Confidence = null };

    private static RecipeTicket RecipeTicket { get; } = new("19:4f2a7f0c9d8e4b1f8f5a1c0d7e6b5a49@thread.tacv2", new StoryPress("2026-W47", "00112233445566778899aabbccddeeff"), "8c1f0d2e3b4a59687786950a1b2c3d4e");

    private static SharedRecipe RecipeOf(DigestStory story) => new("Platform team", "2026-W47", Monday, story);

    /// <summary>In the channel no votes are shown, nor what follows from them.</summary>
    private static DigestStory AsPosted(DigestStory story) =>
        story with { Level = story.Story.Confidence is null or ConfidenceChoice.Guess ? VerificationLevel.SelfReported : VerificationLevel.AuthorChecked, Worked = null, DidNotWork = null };

    private static DigestCard Digest { get; } = new(
        "Platform team",
        "2026-W47",
        Monday,
        5,
        new DigestCard.Band(20, 49),
        [
            new(DigestCard.Question.Outcome, [new("outcome.helped", 50), new("outcome.noDifference", 20), new("outcome.costTime", 10), new("outcome.rightlyNotUsed", 10), new("outcome.nothingToSay", 10)]),
            new(DigestCard.Question.Time, [new("time.gained", 50), new("time.notGained", 20), new("time.notAsked", 30)]),
            new(DigestCard.Question.Changes, [new("changes.lessTedious", 40), new("changes.fewerErrors", 20), new("changes.workForOthers", 0)]),
            new(DigestCard.Question.Confidence, Shares: null),
            new(DigestCard.Question.Tools, [new("tool.named", 30, "Copilot"), new("tool.other", 20), new("tool.notHelped", 50)]),
            new(DigestCard.Question.Obligation, [new("obligation.felt", 40), new("obligation.others", 60)]),
        ],
        ClosedEarly: false);

    private static CheckLine Line(CheckState state, CheckSubject subject, CheckMessage message) => new(subject, state, [new Remark.Plain(message)]);

    private static DigestCard Stands(DigestCard digest)
    {
        var week = new DigestCard.Week("2026-W46", new DateOnly(2026, 11, 9));
        return digest with { AsIn = week, Sections = [.. digest.Sections.Select(section => section with { AsIn = week })] };
    }

    private static CheckInDetailsCard Again(CheckInContext context, string json) =>
        CheckInDetailsCard.Parse(new CardData(Json(json)), context) is CheckInSubmission.Incomplete(var outcome, var entries)
            ? new CheckInDetailsCard(context, outcome, entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");

    private static StoryFormCard AgainStory(string json) =>
        StoryFormCard.Parse(new CardData(Json(json)), StoryOf) is StorySubmission.Incomplete(var entries)
            ? new StoryFormCard(StoryOf, entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");

    private static ToolsCard AgainTools(string json) =>
        ToolsCard.Parse(new CardData(Json(json)), ToolsOf) is ToolsSubmission.Incomplete(var entries)
            ? new ToolsCard(ToolsOf, entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");

    private static TeamOutcomeCard AgainOutcome(string json) =>
        TeamOutcomeCard.Parse(new CardData(Json(json))) is TeamOutcomeSubmission.Incomplete(var entries)
            ? new TeamOutcomeCard(new TeamOutcomeContext("Platform team", Waiting: null, Shown: null), entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");

    private static SetupCard Again(string json) => Again(json, SetupOf);

    private static SetupCard Again(string json, SetupContext context) =>
        SetupCard.Parse(new CardData(Json(json)), context, Setup) is SetupSubmission.Incomplete(var entries)
            ? new SetupCard(context, Setup, entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");
}
