using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Diagnosis;
using RetroBot.Cards.Digests;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Cards.Welcome;
using RetroBot.Host.People;
using static RetroBot.Tests.Cards.CardGallery;

namespace RetroBot.Tests.Cards.Gallery;

/// <summary>Of the gallery: what a member sees: check-ins, and what they decide about themselves.</summary>
internal static class PeopleCards
{
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
        ("check-in-which", new ChooseCheckInCard([new(CardGallery.Ticket, "Platform team", Closes), new(CardGallery.Ticket, "R&D [West]", Closes with { At = Closes.At.AddDays(1) })], IsNotAsked: true)),
        ("check-in-which-of-many", new ChooseCheckInCard([.. Enumerable.Range(1, 40).Select(number => new OpenRound(CardGallery.Ticket, $"Team {number}", Closes))], IsNotAsked: false)),
        ("check-in-none", new NoCheckInCard(Teams)),
        ("check-in-none-of-many", new NoCheckInCard(new OwnTeams([.. Enumerable.Range(1, 40).Select(number => ($"Team {number}", (TeamOutlook)new TeamOutlook.Waiting(Closes)))], IsComplete: false))),
        ("check-in-no-team", new NoCheckInCard(new OwnTeams([], IsComplete: true))),
        ("my-status", new MyStatusCard(new AskedState.Asked(), Teams with { Known = [("Platform team", new TeamOutlook.Open(Closes)), .. Teams.Known.Skip(1)] })),
        ("my-status-paused", new MyStatusCard(new AskedState.Paused(new DateOnly(2026, 12, 14)), Teams)),
        ("my-status-stopped", new MyStatusCard(new AskedState.Stopped(), Teams with { IsComplete = false })),
        ("my-status-no-team", new MyStatusCard(new AskedState.Asked(), new OwnTeams([], IsComplete: true))),
        ("my-status-teams-unknown", new MyStatusCard(new AskedState.Asked(), new OwnTeams([], IsComplete: false))),
        ("saved", new SavedCard(CardGallery.Ticket, Closes)),
        ("answer-deleted", new AnswerDeletedCard(CardGallery.Ticket)),
        ("skipped", new SkippedCard(CardGallery.Ticket)),
        ("skipped-written", new SkippedCard()),
        ("paused", new PausedCard(new DateOnly(2026, 12, 14))),
        ("paused-from-card", new PausedCard(new DateOnly(2026, 12, 14), CardGallery.Ticket)),
        ("stopped", new StoppedCard()),
        ("stopped-from-card", new StoppedCard(CardGallery.Ticket)),
        ("started", new StartedCard()),
        ("started-from-card", new StartedCard(CardGallery.Ticket)),
        ("why-asked", new WhyAskedCard([new("Platform team", AddedBy: null)], Document, CardGallery.Ticket)),
        ("why-asked-added-by", new WhyAskedCard([new("Platform team", "Ana Lopez")], Document, CardGallery.Ticket)),
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
    ];

    private static readonly OwnTeams Teams = new([("Platform team", new TeamOutlook.Waiting(Closes)), ("R&D [West]", new TeamOutlook.Waiting(Closes with { At = Closes.At.AddDays(1) })), ("Sales", new TeamOutlook.NotSetUp())], IsComplete: true);

    private static CheckInDetailsCard Again(CheckInContext context, string json) =>
        CheckInDetailsCard.Parse(new CardData(Json(json)), context) is CheckInSubmission.Incomplete(var outcome, var entries)
            ? new CheckInDetailsCard(context, outcome, entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");
}
