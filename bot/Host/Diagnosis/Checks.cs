using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Makes all checks side by side, each with its own limit of time: one that fails or hangs is a line like any other.</summary>
internal sealed partial class Checks(IEnumerable<ICheck> ofService, IEnumerable<ITeamCheck> ofTeam, TimeProvider time, ILogger<Checks> logger)
{
    /// <summary>A person waits, and Teams gives up after about 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<IReadOnlyList<CheckLine>> MakeAsync(Team team, CancellationToken ct)
    {
        var lines = await Task.WhenAll(
        [
            .. ofService.Select(check => MakeAsync(check, ct)),
            .. ofTeam.Select(check => MakeAsync(check.Subject, token => check.LookAsync(team, token), ct)),
        ]);
        return [.. lines.OrderBy(line => line.Subject)];
    }

    /// <summary>Makes one of the service's own.</summary>
    public Task<CheckLine> MakeAsync(ICheck check, CancellationToken ct) => MakeAsync(check.Subject, check.LookAsync, ct);

    private async Task<CheckLine> MakeAsync(CheckSubject subject, Func<CancellationToken, Task<Finding>> look, CancellationToken ct)
    {
        var finding = await LookAsync(subject, look, ct);
        return new CheckLine(subject, StateOf(finding), finding.Remarks);
    }

    private async Task<Finding> LookAsync(CheckSubject subject, Func<CancellationToken, Task<Finding>> look, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            // Not every library heeds the wish to give up.
            return await look(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Finding.Fails(new Remark.Plain(CheckMessage.TookTooLong));
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Log.Failed(logger, fault, subject);
            return new Finding.Fails(new Remark.Plain(CheckMessage.CheckFailed));
        }
    }

    private static CheckState StateOf(Finding finding) => finding switch
    {
        Finding.Works => CheckState.Works,
        Finding.NeedsAttention => CheckState.NeedsAttention,
        Finding.Fails => CheckState.Fails,
        _ => throw new InvalidOperationException($"No rule for {finding.GetType().Name}."),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Whether {Subject} works could not be found out for a diagnosis.")]
        public static partial void Failed(ILogger logger, Exception fault, CheckSubject subject);
    }
}
