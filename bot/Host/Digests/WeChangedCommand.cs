using System.Security.Cryptography;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Digests;
using RetroBot.Cards.Rounds;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Privacy.Redaction;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Digests;

/// <summary>A lead says what the team changed. It waits with the team for the next digest; said again, it takes the place of what was said before.</summary>
internal sealed class WeChangedCommand(LeadDesk desk, ITeamStore teams, TeamMembers members) : ICommand
{
    public Command Name => Command.WeChanged;

    public bool InChannel => true;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => desk.ForLeadAsync(turn, team => KeepAsync(turn.Text, team, ct), ct);

    private async Task<Card> KeepAsync(string text, Versioned<Team> team, CancellationToken ct)
    {
        var said = StoryText.Clean(text);
        if (said.Length > WeChanged.Longest) return new CannotKeepChangedCard(CannotKeepChangedReason.TooLong);
        if (!IsReadable(said)) return new CannotKeepChangedCard(CannotKeepChangedReason.NothingSaid);

        var seen = Redactor.RedactLine(said, TeamMembers.TermsOf(team.Value, await members.OfAsync(team.Value, ct)));
        if (!IsReadable(seen.Text)) return new CannotKeepChangedCard(CannotKeepChangedReason.NothingSaid);
        // A mark can be longer than what it stands for.
        if (seen.Text.Length > WeChanged.Longest) return new CannotKeepChangedCard(CannotKeepChangedReason.TooLong);

        var changed = new WeChanged(RandomNumberGenerator.GetHexString(32, lowercase: true), seen.Text);
        return await teams.ChangeAsync(team, known => known with { Changed = changed }, ct) is null ? new NotLeadCard() : new ChangedKeptCard(changed.Text, IsRedacted: seen.Redactions.Count > 0);
    }

    private static bool IsReadable(string text) => text.Any(char.IsLetterOrDigit);
}
