using RetroBot.Cards.People;
using RetroBot.Host.People;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.People;

/// <summary><c>what is stored</c> is told from the schema, and about nobody but who asks.</summary>
public sealed class WhatIsStoredTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Everything_in_the_schema_is_told_once_and_nothing_else() =>
        Assert.Equal(Enum.GetValues<StoredThing>(), StoredThings.All.Select(item => item.What).Order());

    [Fact]
    public async Task A_person_reads_what_there_is_about_them_now()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);

        await world.Lead.SayInPersonalAsync("what is stored", Ct);
        await world.Lead.SayInPersonalAsync("pause", Ct);
        await world.Lead.SayInPersonalAsync("What is stored", Ct);
        await world.As(world.Team.Members[1]).SayInPersonalAsync("stop", Ct);
        await world.As(world.Team.Members[1]).SayInPersonalAsync("what is stored", Ct);

        var lead = world.Teams.Inbox(world.Lead.Person).Select(received => received.Card!.Value.GetRawText()).ToList();
        var member = world.Teams.Inbox(world.Team.Members[1])[^1].Card!.Value.GetRawText();
        Assert.Contains("Nothing is stored", lead[0], StringComparison.Ordinal);
        Assert.Contains("Product team", lead[0], StringComparison.Ordinal);
        Assert.Contains("You paused until 14 December 2026", lead[^1], StringComparison.Ordinal);
        Assert.Contains("You asked me not to ask you", member, StringComparison.Ordinal);
        Assert.DoesNotContain("Product team", member, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_channel_everybody_gets_the_same_answer_and_nobody_is_in_it()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        await world.As(world.Team.Members[1]).SayInPersonalAsync("stop", Ct);

        await world.Lead.SayInChannelAsync(world.Team.General, "what is stored", ct: Ct);
        await world.As(world.Team.Members[1]).SayInChannelAsync(world.Team.General, "what is stored", ct: Ct);

        var answers = world.Teams.Posts(world.Team.General).TakeLast(2).Select(post => post.Card!.Value.GetRawText()).ToList();
        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("While a round is open", answers[0], StringComparison.Ordinal);
        Assert.DoesNotContain("right now", answers[0], StringComparison.Ordinal);
    }
}
