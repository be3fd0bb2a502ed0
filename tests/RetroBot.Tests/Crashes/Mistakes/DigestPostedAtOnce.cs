using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Crashes.Mistakes;

/// <summary>The digest stands in the channel before the round says in which post.</summary>
public sealed class DigestPostedAtOnce : ClosingMistake
{
    internal override Call At => WriteOfRound(4);

    internal override KillMoment Moment => KillMoment.Before;

    internal override IEnumerable<string> Faults => [Judge.NotOneDigest];

    public override void Change(IServiceCollection services) => Wrap<IDigestChannel>(services, (channel, _) => new Hasty(channel));

    private sealed class Hasty(IDigestChannel channel) : IDigestChannel
    {
        public async Task<string?> AnnounceAsync(Team team, Round round, CancellationToken ct)
        {
            var post = await channel.AnnounceAsync(team, round, ct);
            if (post is not null) await channel.PublishAsync(team, round with { Post = post }, ct);
            return post;
        }

        public Task<PostOutcome> PublishAsync(Team team, Round round, CancellationToken ct) => channel.PublishAsync(team, round, ct);

        public Task WithdrawAsync(Team team, string post, CancellationToken ct) => channel.WithdrawAsync(team, post, ct);
    }
}
