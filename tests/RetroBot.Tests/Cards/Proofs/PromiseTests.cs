using System.Text.RegularExpressions;
using RetroBot.Tests.Cards.Speaking;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Cards.Proofs;

/// <summary>No text promises what <c>docs/privacy.md</c> does not state: each promise stands in <c>docs/promises.md</c> beside the statement that it rests on, which names the tests that hold it.</summary>
public sealed partial class PromiseTests
{
    private static readonly IReadOnlyList<PromisedText> Promises = PromisedText.In(Repository.Read("docs/promises.md").ReplaceLineEndings("\n"));

    private static readonly string Statements = Blanks().Replace(Repository.Read("docs/privacy.md"), " ");

    /// <summary>Texts with such a word that say nothing of what is kept, read or told.</summary>
    private static readonly HashSet<string> PromiseNothing = new(
    [
        // Answers that can be given, and parts of a digest.
        "OutcomeChoice.NothingToReport", "TimeChoice.CannotTell", "ChangeChoice.NothingVisible", "CheckIn.ChangesError", "Story.ChangesError",
        "Share.outcome.nothingToReport", "Share.outcome.nothingToSay", "Share.outcome.notUsed", "Share.time.notGained", "Share.time.cannotTell", "Share.time.notAsked", "Share.changes.nothingVisible", "Share.confidence.notAsked", "Digest.StillWelcome",
        // What can be done now, and what was not done.
        "CannotOpen.Title", "CannotClose.Title", "NothingToWithdraw.Title", "DataDeleted.Nothing", "DeleteData.Summary", "RoundOver.Text", "PrivateOnly.Text", "OldCard.Text", "NotYours.Text", "RecipeGone.Text", "PlannedRound.Text", "TestSent.Text",
        "ExportDeclined.Title", "ExportProblem.Elsewhere", "ExportProblem.Unconfirmed",
        // How things stand.
        "Published.Kept", "MyStatus.NoTeamTitle", "CheckMessage.MasterKeyMissing", "CheckMessage.IdentityRefused", "CheckMessage.TeamsBusy", "CheckMessage.TeamsRefuses", "CheckMessage.TeamsBusyUntil", "CheckMessage.NobodySends", "CheckMessage.ReachUnknown",
        "CheckMessage.NobodyOutOfReach", "CheckMessage.NoLead", "CheckMessage.SettingsFine", "EmptyCatalog.Text", "ExportBegun.Text", "ExportUnderWay.Text",
        // What was asked for, or is set.
        "Setup.QuietNote", "Command.DeleteMyData.Text",
    ], StringComparer.Ordinal);

    [Fact]
    public void Every_text_that_promises_something_is_listed() =>
        Assert.Empty(TextFiles.English.Where(text => Promising().IsMatch(text.Value)).Select(text => text.Key).Except(PromiseNothing, StringComparer.Ordinal).Except(Promises.Select(promise => promise.Key), StringComparer.Ordinal));

    [Fact]
    public void Every_promise_stands_in_the_words_that_people_read() =>
        Assert.All(Promises, promise => Assert.Equal(TextFiles.English[promise.Key], promise.Words));

    [Fact]
    public void Every_promise_rests_on_a_statement() =>
        Assert.All(Promises, promise => Assert.Contains(promise.Statement, Statements, StringComparison.Ordinal));

    [Fact]
    public void A_text_promises_something_or_nothing()
    {
        Assert.True(Promises.Count > 35, $"Only {Promises.Count} promises were found.");
        Assert.Empty(Promises.Select(promise => promise.Key).Intersect(PromiseNothing, StringComparer.Ordinal));
        Assert.DoesNotContain(PromiseNothing, key => !TextFiles.English.TryGetValue(key, out var text) || !Promising().IsMatch(text));
    }

    [GeneratedRegex(@"\b(nobody|no one|not [^.]{0,30}to anyone|never|nothing|anonym\w*|can('t|not)|deleted|destroyed|sealed|encrypted|not shown|not stored|not kept|privately|no names?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Promising();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
