using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A1. The lead: 4 of 9 answer. What must happen: no number, no exact count.</summary>
public sealed class A1FourOfNineAnswer(SavingStorageEmulator emulator) : Attack(emulator)
{
    public override Holding Holds => Holding.LeadsSeat;

    [Fact]
    public Task The_lead_sees_no_number_and_cannot_count_who_answered() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var views = new Dictionary<int, LeadsView>();
        foreach (var answers in (int[])[0, 4, 5, 9])
        {
            var team = world.Beside(members: 9);
            var view = views[answers] = new LeadsView(team);
            await team.OpenAsync(Ct);
            await team.AnswerAsync(Enumerable.Repeat("nothingToReport", answers), Ct);
            await view.LookAsync(Ct);
            await team.CloseAsync(Ct);
            await view.LookAsync(Ct);
        }

        List<string> won = [];
        if (views[4].Seen() != views[0].Seen()) won.Add("Four answers can be told from none.");
        if (views[9].Seen() != views[5].Seen()) won.Add("Nine answers can be told from five: a count, and not its band.");
        if (!views[5].Seen().Contains("5–9", StringComparison.Ordinal)) won.Add("Five answers are enough, and their band is not shown: the attack looked at nothing.");
        return won;
    }
}
