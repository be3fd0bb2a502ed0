using RetroBot.Cards.CheckIns;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A7. The lead: infers who stopped from reminders or denominators. What must happen: stopped, paused and silent look the same.</summary>
public sealed class A7WhoStopped(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const int Members = 7;

    private static readonly Dictionary<string, string> Weekly = new(StringComparer.Ordinal) { ["day"] = "monday", ["time"] = "11:00", ["zone"] = "UTC", ["openDays"] = "3" };

    public override Holding Holds => Holding.LeadsSeat;

    [Fact]
    public Task Stopped_paused_silent_and_skipping_look_the_same_to_the_lead() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var teams = ((string[])["silent", "stop", "pause", "skip"]).ToDictionary(way => way, _ => world.Beside(Members), StringComparer.Ordinal);
        var views = teams.ToDictionary(team => team.Key, team => new LeadsView(team.Value), StringComparer.Ordinal);
        foreach (var (way, team) in teams)
        {
            await team.InstallAsync(Ct);
            await team.SetUpAsync(Weekly, Ct);
            if (way is "stop" or "pause") await team.As(team.Team.Members[1]).SayInPersonalAsync(way, Ct);
            await views[way].LookAsync(Ct);
        }

        world.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        foreach (var (way, team) in teams) await RoundAsync(way, team, views[way]);
        world.Time.Advance(TimeSpan.FromDays(3));
        await world.Bot.WorkAsync(Ct);
        foreach (var view in views.Values) await view.LookAsync(Ct);

        var silent = views["silent"].Seen();
        return [.. views.Where(view => view.Value.Seen() != silent).Select(view => $"Somebody who chose {view.Key} can be told from somebody silent.")];
    }

    private static async Task RoundAsync(string way, World team, LeadsView view)
    {
        await team.Bot.WorkAsync(Ct);
        foreach (var answering in team.Team.Members.Skip(2)) await team.AnswerAsync(answering, "nothingToReport", Ct);
        var member = team.Team.Members[1];
        if (way == "skip") await team.As(member).PressAsync(team.CardOf(member), SkippedCard.Verb, ct: Ct);
        await view.LookAsync(Ct);
    }
}
