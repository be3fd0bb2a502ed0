using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.CaseStudies;

/// <summary>Changes the posts of digests that show what was withdrawn. Numbers stay as they are.</summary>
internal sealed partial class DigestPosts(ICaseStudyStore studies, IRoundStore rounds, IDigestChannel channel, ILogger<DigestPosts> logger)
{
    /// <returns>False when the channel could not be reached: to be tried again.</returns>
    public async Task<bool> RenewAsync(Team team, CancellationToken ct)
    {
        var renewed = true;
        await foreach (var stale in studies.StalePostsAsync(team.Id, ct))
        {
            var id = new RoundId(team.Id, stale.Value);
            var round = (await rounds.FindAsync(id, ct))?.Value;
            // While a round is being published, its post may be on its way with what was withdrawn.
            if (round is { State: not RoundState.Published }) continue;
            try
            {
                // A post that is gone needs nothing.
                if (round is { Post: not null }) await channel.PublishAsync(team, round, ct);
                await studies.PostRenewedAsync(id, stale.Version, ct);
            }
            catch (ChannelUnavailableException fault)
            {
                Log.NotRenewed(logger, fault, id.Name);
                renewed = false;
            }
        }
        return renewed;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The digest of round {Round} still shows what was withdrawn: the channel is out of reach. It is tried again in a minute.")]
        public static partial void NotRenewed(ILogger logger, Exception fault, RoundName round);
    }
}
