using Azure.Core;
using Azure.Core.Pipeline;
using NodaTime;
using RetroBot.Core;
using RetroBot.Host.Storage;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>A team is added by one instance while another notes that RetroBot was removed from it.</summary>
public sealed class AddedWhileLeftTests(StorageEmulator emulator) : TableTest(emulator)
{
    private readonly StorageEmulator emulator = emulator;

    [Fact]
    public async Task The_team_stays_and_the_note_goes_with_its_due_time()
    {
        Assert.Equal(SaveOutcome.Saved, await AddWhileLeftAsync(new Interruption(LeaveAsync)));

        Assert.NotNull(await Stores.Teams.FindAsync(Samples.TeamId(), Ct));
        Assert.Single(await RowsOf(Keys.Teams));
    }

    [Fact]
    public async Task Where_the_instance_ends_before_the_note_is_gone_the_team_can_be_removed_all_the_same()
    {
        await Assert.ThrowsAsync<StorageUnavailableException>(() => AddWhileLeftAsync(new Interruption(LeaveAsync) { EndsAfterwards = true }));
        Assert.Equal(3, (await RowsOf(Keys.Teams)).Count);

        var left = Samples.LeftTeam() with { Due = Samples.Friday + Duration.FromHours(1) };
        Assert.Equal(SaveOutcome.Saved, await Stores.LeftTeams.AddAsync(left, (await Stores.Teams.FindAsync(Samples.TeamId(), Ct))!.Version, Ct));

        Assert.Null(await Stores.Teams.FindAsync(Samples.TeamId(), Ct));
        Assert.Equal(left, (await Stores.LeftTeams.FindAsync(Samples.TeamId(), Ct))?.Value);
        Assert.Equal(2, (await RowsOf(Keys.Teams)).Count);
    }

    private async Task<SaveOutcome> AddWhileLeftAsync(Interruption interruption)
    {
        await Stores.Teams.AddAsync(Samples.Team(), Ct);
        return await TableStores.On(interruption.Account(await emulator.ConnectionStringAsync()), Prefix).Teams.AddAsync(Samples.Team(), Ct);
    }

    private async Task LeaveAsync() =>
        Assert.Equal(SaveOutcome.Saved, await Stores.LeftTeams.AddAsync(Samples.LeftTeam(), (await Stores.Teams.FindAsync(Samples.TeamId(), Ct))!.Version, Ct));

    /// <summary>Does something before the first transaction is sent.</summary>
    private sealed class Interruption(Func<Task> something) : RequestPolicy
    {
        private bool isDone;

        /// <summary>Whether nothing arrives any more once that transaction has.</summary>
        public bool EndsAfterwards { get; init; }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (isDone && EndsAfterwards) throw new IOException("The instance has ended.");
            if (!isDone && message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                await something();
                isDone = true;
            }
            await ProcessNextAsync(message, pipeline);
        }
    }
}
