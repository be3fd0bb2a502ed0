using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>A command that is written where it is not understood: whoever wrote it learns where it is, and nothing is done.</summary>
public sealed class ElsewhereTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("setup")]
    [InlineData("Open now!")]
    [InlineData("we changed the Monday report")]
    [InlineData("einrichten")]
    public async Task A_command_of_the_channel_in_the_own_chat(string typed)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);

        await world.Lead.SayInPersonalAsync(typed, Ct);
        await world.Bot.WorkAsync(Ct);

        Assert.Contains("That is for your team's channel. Write it there and mention me.", CardText.Of(Assert.Single(world.Teams.Inbox(world.Lead.Person)).Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("Stop.")]
    [InlineData("delete my data")]
    [InlineData("catalog")]
    [InlineData("Katalog: Protokolle zusammenfassen")]
    public async Task A_command_of_the_own_chat_in_the_channel(string typed)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);

        await world.Lead.SayInChannelAsync(world.Team.General, typed, ct: Ct);

        Assert.Contains("That is between the two of us. Write it to me in our own chat.", CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card), StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("preferences", Ct));
    }
}
