using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Host.CaseStudies;

/// <summary>Who is in a team, while somebody who writes for it waits.</summary>
internal sealed class TeamMembers(IRoster roster, TimeProvider time)
{
    /// <summary>A person waits, and Teams gives up after about 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="ChannelUnavailableException">The roster cannot be had now.</exception>
    public async Task<List<Member>> OfAsync(Team team, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await roster.OfAsync(team, either.Token).ToListAsync(either.Token);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new ChannelUnavailableException("Teams took too long to give the team's roster.", late);
        }
    }

    /// <returns>How many they are; null where the roster cannot be had now, and whoever asks can do without.</returns>
    public async Task<int?> SizeAsync(Team team, CancellationToken ct)
    {
        try
        {
            return (await OfAsync(team, ct)).Count;
        }
        catch (ChannelUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Whom a text of the team's may not give away.</summary>
    public static RedactionTerms TermsOf(Team team, IReadOnlyList<Member> members) => new(
        team.Id.Tenant,
        [.. members.Select(member => member.Name).Where(name => name.Length > 0)],
        [.. members.SelectMany(member => (string[])[member.User.Value, member.ChannelAccount])]);
}
