using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Retention;

/// <summary>
/// Once a day deletes the counts of rounds that were closed long ago, votes and their keys where voting is over, chats of which nothing was heard for a year, and rounds that have lost their team and so
/// would never be closed. Digests stay as they were published, and so do the bands of votes. Before that, while the counts are there, the figures of a quarter that is over are made; counts do not wait for them.
/// </summary>
/// <remarks>Every instance looks; the second to come finds nothing left, and a write that somebody overtook is done again on the next day.</remarks>
internal sealed partial class RetentionWorker(ITeamStore teams, ILeftTeamStore leftTeams, IRoundStore rounds, IChatStore chats, StoryShelf shelf, QuarterFigures figures, RetentionPeriod period, TimeProvider time, ILogger<RetentionWorker> logger) : BackgroundService
{
    public static readonly TimeSpan Look = TimeSpan.FromDays(1);

    private const int TeamsAtOnce = 4;

    /// <summary>Longer than any outage keeps a round from being closed once the service is there again.</summary>
    private static readonly Duration NeverClosed = Duration.FromDays(7);

    private static readonly TimeSpan AfterFault = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested) await Task.Delay(await RunOnceAsync(stoppingToken) ? Look : AfterFault, time, stoppingToken);
    }

    /// <returns>Whether every tenant and team was dealt with; one's fault does not keep the others waiting.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        var complete = true;
        try
        {
            await chats.RemoveBeforeAsync(time.GetUtcNow().ToInstant().InUtc().Date.PlusYears(-1), ct);
            await RemoveLostAsync(ct);
            var all = await teams.AllAsync(ct).ToListAsync(ct);
            foreach (var tenant in all.GroupBy(team => team.Tenant)) complete &= await CloseQuarterAsync(tenant.Key, [.. tenant], ct);
            await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = TeamsAtOnce, CancellationToken = ct }, async (team, token) =>
            {
                if (!await DealWithAsync(team, token)) complete = false;
            });
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.LookFailed(logger, fault);
            complete = false;
        }
        return complete;
    }

    /// <summary>Where a team's row is lost, by a mishap in storage, nobody closes its round: answers and key would stay for ever.</summary>
    private async Task RemoveLostAsync(CancellationToken ct)
    {
        foreach (var team in await rounds.WithKeyAsync(time.GetUtcNow().ToInstant() - NeverClosed, ct).Select(round => round.Team).ToHashSetAsync(cancellationToken: ct))
        {
            if (await teams.FindAsync(team, ct) is not null || await leftTeams.FindAsync(team, ct) is not null) continue;
            await rounds.RemoveAsync(team, held: null, ct);
            Log.Lost(logger, team);
        }
    }

    private async Task<bool> CloseQuarterAsync(TenantId tenant, IReadOnlyCollection<TeamId> its, CancellationToken ct)
    {
        try
        {
            await figures.MakeAsync(tenant, its, ct);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.QuarterFailed(logger, fault, tenant);
            return false;
        }
    }

    private async Task<bool> DealWithAsync(TeamId team, CancellationToken ct)
    {
        try
        {
            var limit = time.GetUtcNow().ToInstant() - period.Length;
            await foreach (var round in rounds.TalliedAsync(team, RoundName.Of(limit.InUtc().Date), ct))
            {
                if (round.Value.ClosesAt <= limit) await rounds.SaveAsync(round.Value.WithoutCounts(), round.Version, ct);
            }
            await shelf.EndVotingAsync(team, ct);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.TeamFailed(logger, fault, team);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "There were rounds of team {Team}, and there is no such team: its row in the table of teams is lost. They were deleted with their answers and keys. To go on, remove RetroBot from the team and add it again.")]
        public static partial void Lost(ILogger logger, TeamId team);

        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for what is old failed. It is tried again within an hour.")]
        public static partial void LookFailed(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "The quarter's figures of tenant {Tenant} could not be made. It is tried again within an hour.")]
        public static partial void QuarterFailed(ILogger logger, Exception fault, TenantId tenant);

        [LoggerMessage(Level = LogLevel.Error, Message = "What is old of team {Team} could not be deleted. It is tried again within an hour.")]
        public static partial void TeamFailed(ILogger logger, Exception fault, TeamId team);
    }
}
