using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Diagnosis;
using RetroBot.Cards.Digests;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using static RetroBot.Tests.Cards.CardGallery;

namespace RetroBot.Tests.Cards.Gallery;

/// <summary>Of the gallery: what leads see: setup, status, tools, diagnosis.</summary>
internal static class RoundCards
{
    public static IEnumerable<(string Name, Card Card)> All =>
    [
        ("setup", new SetupCard(SetupOf, CardGallery.Setup)),
        ("setup-in-quiet-hours", Again("""{"cadence":"weekly","day":"friday","time":"21:30","zone":"Europe/Berlin","openDays":3,"threshold":5,"reminds":"true"}""", SetupOf with { Quiet = new QuietSpan(new TimeOnly(20, 0), new TimeOnly(7, 0)) })),
        ("setup-alone", new SetupCard(SetupOf with { People = [] }, CardGallery.Setup with { Tools = [], Leads = [] })),
        ("setup-errors", Again("""{"cadence":"daily","day":"friday","time":"9 o'clock","zone":"Mars/Olympus","openDays":9,"threshold":"2","tools":"a very long name of a tool that nobody could read","leads":"z9"}""")),
        ("setup-large-team", new SetupCard(SetupOf with { People = [.. Enumerable.Range(1, 400).Select(number => new PersonChoice($"00000000-0000-0000-0000-{number:D12}", $"Person Number {number:D3}"))] }, CardGallery.Setup)),
        ("setup-saved", new SetupSavedCard(CardGallery.Ticket, "Platform team", CardGallery.Setup, ["Ana Lopez", "Bo Chen"], Closes)),
        ("setup-saved-bare", new SetupSavedCard(CardGallery.Ticket, "Platform team", CardGallery.Setup with { OpenDays = 1, Tools = [] }, [], Closes)),
        ("status-not-set-up", new StatusCard("Platform team", new RoundStatus.Waiting(Opens: null))),
        ("status-waiting", new StatusCard("Platform team", new RoundStatus.Waiting(Closes))),
        ("status-open", new StatusCard("Platform team", new RoundStatus.Open(Closes, new Sending(Blocked: 3, NotInstalled: 2, Unreachable: 1, Unconfirmed: 1, PutOff: false, InProgress: false)))),
        ("status-sending", new StatusCard("Platform team", new RoundStatus.Open(Closes, new Sending(Blocked: 0, NotInstalled: 0, Unreachable: 0, Unconfirmed: 0, PutOff: true, InProgress: true)))),
        ("status-all-sent", new StatusCard("Platform team", new RoundStatus.Open(Closes, new Sending(0, 0, 0, 0, PutOff: false, InProgress: false)))),
        ("status-closing", new StatusCard("Platform team", new RoundStatus.Closing())),
        ("tools", new ToolsCard(ToolsOf)),
        ("tools-none", new ToolsCard(ToolsOf with { Tools = [], LeftOut = [] })),
        ("tools-left-out", new ToolsCard(ToolsOf with { LeftOut = [new("ChatGPT", GroundChoice.Cost, "The contract ends […] and nobody renews it.", new DateOnly(2027, 2, 1)), new("Claude", GroundChoice.Quality, Hostile, new DateOnly(2028, 11, 16)), new("Copilot", GroundChoice.DataProtection, Reason: null, new DateOnly(2027, 2, 1))] })),
        ("tools-offered-again", new ToolsCard(ToolsOf, Offered: "Claude")),
        ("tools-errors", AgainTools("""{"tool":"Abacus","review":"2026-11-16"}""")),
        ("tools-reason-refused", new ToolsCard(ToolsOf, ToolsCard.RefuseReason(new CardData(Json("""{"tool":"Claude","ground":"cost","reason":"Ana Lopez","review":"2026-12-16"}"""))))),
        ("tool-review", new ToolReviewCard("ChatGPT", GroundChoice.NoTimeSaved, Reason: null)),
        ("tool-review-hostile", new ToolReviewCard("[t](https://evil.example)", GroundChoice.Other, Hostile)),
        ("diagnosis-works", new DiagnosisCard("Platform team", [Line(CheckState.Works, CheckSubject.Storage, CheckMessage.StorageAnswers), Line(CheckState.Works, CheckSubject.MasterKey, CheckMessage.MasterKeyThere), Line(CheckState.Works, CheckSubject.Identity, CheckMessage.IdentityKnown), Line(CheckState.Works, CheckSubject.SigningKeys, CheckMessage.SigningKeysThere),
            new(CheckSubject.Teams, CheckState.Works, [new Remark.Counted(CheckMessage.Members, 12)]), Line(CheckState.Works, CheckSubject.Channel, CheckMessage.ChannelAnswers), new(CheckSubject.Schedule, CheckState.Works, [new Remark.At(CheckMessage.Opens, Closes)]),
            Line(CheckState.Works, CheckSubject.Sending, CheckMessage.NothingToSend), Line(CheckState.Works, CheckSubject.Reach, CheckMessage.ReachUnknown), Line(CheckState.Works, CheckSubject.Settings, CheckMessage.SettingsFine), Line(CheckState.Works, CheckSubject.Clock, CheckMessage.ClockRight)])),
        ("diagnosis-attention", new DiagnosisCard("Platform team", [Line(CheckState.Works, CheckSubject.Storage, CheckMessage.StorageAnswers), Line(CheckState.NeedsAttention, CheckSubject.MasterKey, CheckMessage.MasterKeyOutOfReach),
            Line(CheckState.NeedsAttention, CheckSubject.Teams, CheckMessage.TeamsBusy), new(CheckSubject.Schedule, CheckState.NeedsAttention, [new Remark.At(CheckMessage.Opens, Closes), new Remark.At(CheckMessage.OpensInQuietHours, Closes)]),
            new(CheckSubject.Sending, CheckState.NeedsAttention, [new Remark.At(CheckMessage.TeamsBusyUntil, Closes)]), Line(CheckState.NeedsAttention, CheckSubject.Clock, CheckMessage.TeamsClockDiffers)])),
        ("diagnosis-broken", new DiagnosisCard("Platform team", [Line(CheckState.Fails, CheckSubject.Storage, CheckMessage.StorageSilent), Line(CheckState.Fails, CheckSubject.MasterKey, CheckMessage.MasterKeyMissing),
            Line(CheckState.Fails, CheckSubject.Identity, CheckMessage.IdentityRefused), Line(CheckState.Fails, CheckSubject.SigningKeys, CheckMessage.SigningKeysOutOfReach), Line(CheckState.Fails, CheckSubject.Teams, CheckMessage.TeamsRefuses), Line(CheckState.Fails, CheckSubject.Channel, CheckMessage.TookTooLong), new(CheckSubject.Schedule, CheckState.Fails, [new Remark.At(CheckMessage.Overdue, Closes)]),
            new(CheckSubject.Sending, CheckState.Fails, [new Remark.At(CheckMessage.NobodySends, Closes)]), new(CheckSubject.Reach, CheckState.NeedsAttention, [.. ((CheckMessage[])[CheckMessage.Blocked, CheckMessage.NotInstalled, CheckMessage.Unreachable, CheckMessage.Unconfirmed]).Select((reason, index) => new Remark.Counted(reason, index + 1))]),
            new(CheckSubject.Settings, CheckState.NeedsAttention, [new Remark.Counted(CheckMessage.ThresholdTooHigh, 9), new Remark.Counted(CheckMessage.TeamTooSmall, 5), new Remark.Plain(CheckMessage.OneLead), new Remark.Plain(CheckMessage.NoLead), new Remark.Plain(CheckMessage.ReviewPassed)]),
            Line(CheckState.Fails, CheckSubject.Clock, CheckMessage.CheckFailed)])),
        ("diagnosis-open", new DiagnosisCard("[R&D](https://evil.example)", [new(CheckSubject.Schedule, CheckState.Works, [new Remark.At(CheckMessage.Closes, Closes)]), Line(CheckState.Works, CheckSubject.Sending, CheckMessage.SendingNow), new(CheckSubject.Sending, CheckState.Works, [new Remark.At(CheckMessage.WaitsForQuietHours, Closes)]),
            Line(CheckState.Works, CheckSubject.Reach, CheckMessage.NobodyOutOfReach), Line(CheckState.NeedsAttention, CheckSubject.Schedule, CheckMessage.NotSetUp), Line(CheckState.NeedsAttention, CheckSubject.Clock, CheckMessage.StorageClockDiffers)])),
        ("planned-round", new PlannedRoundCard("Platform team", new PlannedRound(Closes with { At = Closes.At.AddDays(-3) }, Sent: null, Closes, Members: 12, Minutes: 1, ["Copilot", "ChatGPT", "Claude"], AsksObligation: true, Reminds: true))),
        ("planned-round-by-hand", new PlannedRoundCard("[R&D](https://evil.example)", new PlannedRound(Opens: null, Closes with { At = Closes.At.AddDays(-2) }, Closes, Members: null, Minutes: null, [Hostile], AsksObligation: false, Reminds: false))),
        ("test-card", new TestCard("Platform team")),
        ("test-sent", new TestSentCard(Why: null)),
        .. Enum.GetValues<NotSent>().Select(why => ($"test-not-sent-{why}", (Card)new TestSentCard(why))),
        ("not-lead", new NotLeadCard()),
        ("opened", new OpenedCard(Closes)),
        ("opened-in-quiet-hours", new OpenedCard(Closes, Sent: Closes with { At = Closes.At.AddDays(-2).AddHours(-2) })),
        ("closing", new ClosingCard()),
        .. Enum.GetValues<CannotOpenReason>().Select(reason => ($"cannot-open-{reason}", (Card)new CannotOpenCard(reason))),
        .. Enum.GetValues<CannotCloseReason>().Select(reason => ($"cannot-close-{reason}", (Card)new CannotCloseCard(reason))),
    ];

    private static CheckLine Line(CheckState state, CheckSubject subject, CheckMessage message) => new(subject, state, [new Remark.Plain(message)]);

    private static ToolsCard AgainTools(string json) =>
        ToolsCard.Parse(new CardData(Json(json)), ToolsOf) is ToolsSubmission.Incomplete(var entries)
            ? new ToolsCard(ToolsOf, entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");

    private static SetupCard Again(string json) => Again(json, SetupOf);

    private static SetupCard Again(string json, SetupContext context) =>
        SetupCard.Parse(new CardData(Json(json)), context, CardGallery.Setup) is SetupSubmission.Incomplete(var entries)
            ? new SetupCard(context, CardGallery.Setup, entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");
}
