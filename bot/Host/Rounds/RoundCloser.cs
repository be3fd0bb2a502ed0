using System.Security.Cryptography;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Privacy;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Rounds;

/// <summary>Closes a round: answers are shut out, added up, and destroyed with their key; the digest is posted.</summary>
/// <remarks>Each step is one conditional write at its end; a process that dies leaves a round on which the step can be run again.</remarks>
internal sealed partial class RoundCloser(IRoundStore rounds, IAnswerStore answers, IDigestChannel channel, StoryShelf shelf, RoundKeys keys, RoundInstruments instruments, ILogger<RoundCloser> logger)
{
    /// <summary>Seven rounds at the slowest cadence.</summary>
    private const int TrendWeeks = 7 * (int)Cadence.EveryFourWeeks;

    /// <summary>From here on no answer is taken.</summary>
    public async Task BeginAsync(Versioned<Round> open, CancellationToken ct) =>
        await rounds.BeginClosingAsync(open.Value with { State = RoundState.Closing }, open.Version, ct);

    /// <summary>Adds the answers up, fixes the digest and destroys the key. From here on nothing opens an answer, wherever a copy of it may lie.</summary>
    /// <param name="said">What waits with the team: this digest says it, unless an earlier one has.</param>
    public async Task SealAsync(Versioned<Round> closing, FromLeads? said, CancellationToken ct)
    {
        var round = closing.Value;
        var tally = await AddUpAsync(round, ct);
        var earlier = await rounds.CountedBeforeAsync(round.Id, ct).Select(one => one.Value).ToListAsync(ct);
        var published = round.AsksObligation ? await PublishedAsync(round.Id, ct) : [];
        // Where another instance was faster, and swept while this one was reading, this is a conflict and changes nothing.
        var closed = round.ClosedWith(tally, earlier, said, published) with { Stories = await shelf.ChooseAsync(round.Id, ct) };
        if (await rounds.SaveAsync(closed, closing.Version, ct) == SaveOutcome.Conflict) return;
        instruments.Closed(closed.Digest!);
        Log.Closed(logger, round.Id.Name);
    }

    /// <summary>Deletes what the round no longer needs, and posts its digest.</summary>
    /// <returns>False when the team's channel is gone, or RetroBot is not in it any more.</returns>
    public async Task<bool> PublishAsync(Team team, Versioned<Round> closed, CancellationToken ct)
    {
        var round = closed.Value;
        await rounds.SweepAsync(round.Id, ct);
        await foreach (var earlier in rounds.CountedBeforeAsync(round.Id, ct).Where(one => one.Value.Shown is not null)) await rounds.SaveAsync(earlier.Value with { Shown = null }, earlier.Version, ct);
        await shelf.PlaceAsync(round, ct);
        if (round.Post is null)
        {
            if (await channel.AnnounceAsync(team, round, ct) is not { } post) return false;
            if (await rounds.SaveAsync(round with { Post = post }, closed.Version, ct) == SaveOutcome.Conflict)
                await channel.WithdrawAsync(team, post, ct); // another instance has posted one, too
            return true;
        }
        var stands = await channel.PublishAsync(team, round, ct) == PostOutcome.Stands;
        var outcome = await rounds.SaveAsync(stands ? round with { State = RoundState.Published } : round with { Post = null }, closed.Version, ct);
        if (stands && outcome == SaveOutcome.Saved) Log.Published(logger, round.Id.Name);
        return true;
    }

    /// <summary>The digests of the seven rounds before, at whatever cadence: of each round's row nothing else is used.</summary>
    private async Task<IReadOnlyList<PublishedDigest>> PublishedAsync(RoundId id, CancellationToken ct) =>
        await rounds.BetweenAsync(id.Team, RoundName.Of(id.Name.Monday.PlusWeeks(-TrendWeeks)), RoundName.Of(id.Name.Monday.PlusWeeks(-1)), ct)
            .Where(one => one.Digest is not null)
            .Select(one => new PublishedDigest(one.Digest!, one.AsksObligation))
            .ToListAsync(ct);

    /// <summary>Each answer is opened, counted and let go.</summary>
    private async Task<Tally> AddUpAsync(Round round, CancellationToken ct)
    {
        var count = new TallyCount();
        using var key = await keys.UnwrapAsync(round.Id, round.Key ?? throw new InvalidOperationException("A closing round has a key."), ct);
        await foreach (var answer in answers.OfAsync(round.Id, ct))
        {
            try
            {
                count.Add(Opened(answer));
            }
            catch (Exception broken) when (broken is CryptographicException or AnswerFormatException)
            {
                // RetroBot did not write this row: somebody changed it in storage.
                Log.Foreign(logger, round.Id.Name);
            }
        }
        return count.Total();

        Answer Opened(SealedAnswer answer)
        {
            var plain = key.Open(answer);
            try
            {
                return AnswerCodec.Decode(plain, round.Tools);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(plain);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Round {Round} of a team is closed: its key is destroyed, its digest fixed.")]
        public static partial void Closed(ILogger logger, RoundName round);

        [LoggerMessage(Level = LogLevel.Information, Message = "The digest of round {Round} stands in a team's channel.")]
        public static partial void Published(ILogger logger, RoundName round);

        [LoggerMessage(Level = LogLevel.Error, Message = "Round {Round} holds a row that its key does not open; it was changed in storage and is left out.")]
        public static partial void Foreign(ILogger logger, RoundName round);
    }
}
