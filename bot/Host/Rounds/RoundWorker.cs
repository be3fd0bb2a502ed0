using NodaTime.Extensions;
using RetroBot.Core.Rounds;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Rounds;

/// <summary>Takes each team whose time has come one step further, again and again.</summary>
internal sealed partial class RoundWorker(ITeamStore teams, RoundKeeper keeper, RoundInstruments instruments, Alarm alarm, TimeProvider time, ILogger<RoundWorker> logger) : BackgroundService
{
    private const int TeamsAtOnce = 16;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunOnceAsync(stoppingToken);
            await alarm.WaitAsync(Look, stoppingToken);
        }
    }

    /// <summary>Deals with every team that is due now. One team's fault does not keep the others waiting.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        try
        {
            await Parallel.ForEachAsync(teams.DueAsync(time.GetUtcNow().ToInstant(), ct), new ParallelOptions { MaxDegreeOfParallelism = TeamsAtOnce, CancellationToken = ct },
                async (team, token) => await AdvanceAsync(team, token));
            instruments.Looked();
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.LookFailed(logger, fault);
        }
    }

    private async Task AdvanceAsync(TeamId team, CancellationToken ct)
    {
        try
        {
            await keeper.AdvanceAsync(team, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.TeamFailed(logger, fault, team);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for due teams failed. It is tried again in seconds.")]
        public static partial void LookFailed(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "The round of team {Team} could not be taken further. It is tried again in seconds.")]
        public static partial void TeamFailed(ILogger logger, Exception fault, TeamId team);
    }
}
