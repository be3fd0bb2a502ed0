using System.Runtime.InteropServices;
using System.Security.Cryptography;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.Rounds;

/// <summary>Closes a round: answers are shut out, shuffled and written anew, the key is destroyed, the digest is posted.</summary>
/// <remarks>Each step is one conditional write at its end; a process that dies leaves a round on which the step can be run again.</remarks>
internal sealed partial class RoundCloser(
    IRoundStore rounds, IAnswerStore answers, IClosedAnswerStore closedAnswers, IDigestChannel channel, RoundKeys keys, ILogger<RoundCloser> logger)
{
    private const int AttemptLength = 16;

    /// <summary>From here on no answer is taken.</summary>
    public async Task BeginAsync(Versioned<Round> open, CancellationToken ct) =>
        await rounds.BeginClosingAsync(open.Value with { State = RoundState.Closing }, open.Version, ct);

    /// <summary>Rewrites the answers so that they belong to nobody, fixes the digest and destroys the key.</summary>
    public async Task SealAsync(Versioned<Round> closing, CancellationToken ct)
    {
        // Every attempt has a partition of its own, and only the attempt that the round names is ever read:
        // an interrupted one, or another instance's, neither loses an answer nor doubles one.
        var attempt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(AttemptLength));
        if (await rounds.SaveAsync(closing.Value with { Attempt = attempt }, closing.Version, ct) == SaveOutcome.Conflict
            || await rounds.FindAsync(closing.Value.Id, ct) is not { } mine || mine.Value.Attempt != attempt)
            return;

        var round = mine.Value;
        var given = await OpenAnswersAsync(round, ct);
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(given));
        await closedAnswers.WriteAsync(round.Id, attempt, given, ct);
        var digest = DigestBuilder.Build(round, given);
        await rounds.SaveAsync(round with { State = RoundState.Closed, Key = null, Digest = digest }, mine.Version, ct);
    }

    /// <summary>Deletes what the round no longer needs, and posts its digest.</summary>
    /// <returns>False when the team's channel is gone, or RetroBot is not in it any more.</returns>
    public async Task<bool> PublishAsync(Team team, Versioned<Round> closed, CancellationToken ct)
    {
        var round = closed.Value;
        await rounds.SweepAsync(round.Id, ct);
        await closedAnswers.SweepAsync(round.Id, keep: round.Attempt!, ct);
        if (round.Post is null)
        {
            if (await channel.AnnounceAsync(team, round, ct) is not { } post) return false;
            if (await rounds.SaveAsync(round with { Post = post }, closed.Version, ct) == SaveOutcome.Conflict)
                await channel.WithdrawAsync(team, post, ct); // another instance has posted one, too
            return true;
        }
        var stands = await channel.PublishAsync(team, round, ct) == PostOutcome.Stands;
        await rounds.SaveAsync(stands ? round with { State = RoundState.Published } : round with { Post = null }, closed.Version, ct);
        return true;
    }

    private async Task<List<Answer>> OpenAnswersAsync(Round round, CancellationToken ct)
    {
        var given = new List<Answer>();
        using var key = keys.Unwrap(round.Id, round.Key ?? throw new InvalidOperationException("A closing round has a key."));
        await foreach (var answer in answers.OfAsync(round.Id, ct))
        {
            try
            {
                var plain = key.Open(answer);
                given.Add(AnswerCodec.Decode(plain, round.Tools));
                CryptographicOperations.ZeroMemory(plain);
            }
            catch (Exception broken) when (broken is CryptographicException or AnswerFormatException)
            {
                // RetroBot did not write this row: somebody changed it in storage.
                Log.Foreign(logger, round.Id.Name);
            }
        }
        return given;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Round {Round} holds a row that its key does not open; it was changed in storage and is left out.")]
        public static partial void Foreign(ILogger logger, RoundName round);
    }
}
