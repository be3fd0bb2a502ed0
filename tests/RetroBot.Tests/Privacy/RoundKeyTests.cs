using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using Xunit;

namespace RetroBot.Tests.Privacy;

public sealed class RoundKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly RoundId Round = new(new TeamId(new TenantId("tenant"), "team"), new RoundName(2026, 47));
    private static readonly RoundId NextRound = Round with { Name = new RoundName(2026, 48) };
    private static readonly UserId Ada = new("ada");
    private static readonly UserId Grace = new("grace");

    [Fact]
    public void A_person_has_one_code_in_a_round_and_another_in_the_next()
    {
        using var key = RoundKey.New(Round);
        using var next = RoundKey.New(NextRound);

        Assert.Equal(key.ParticipantOf(Ada), key.ParticipantOf(Ada));
        Assert.NotEqual(key.ParticipantOf(Ada), key.ParticipantOf(Grace));
        Assert.NotEqual(key.ParticipantOf(Ada), next.ParticipantOf(Ada));
        Assert.NotEqual(key.ParticipantOf(Ada).Value, key.TicketOf(Ada));
    }

    [Fact]
    public void A_ticket_is_worth_nothing_to_anybody_else_and_nothing_in_another_round()
    {
        using var key = RoundKey.New(Round);
        using var next = RoundKey.New(NextRound);

        Assert.True(key.IsTicketOf(Ada, key.TicketOf(Ada)));
        Assert.False(key.IsTicketOf(Grace, key.TicketOf(Ada)));
        Assert.False(next.IsTicketOf(Ada, key.TicketOf(Ada)));
        Assert.False(key.IsTicketOf(Ada, key.TicketOf(Ada) + "0"));
        Assert.False(key.IsTicketOf(Ada, ""));
    }

    [Fact]
    public void A_sealed_answer_opens_in_its_own_row_and_nowhere_else()
    {
        using var key = RoundKey.New(Round);
        byte[] answer = [1, 2, 3, 4];
        var sealedAnswer = key.Seal(key.ParticipantOf(Ada), answer);

        Assert.Equal(answer, key.Open(sealedAnswer));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(sealedAnswer with { Participant = key.ParticipantOf(Grace) }));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(sealedAnswer with { Bytes = new byte[3] }));
        using var other = RoundKey.New(Round);
        Assert.ThrowsAny<CryptographicException>(() => other.Open(sealedAnswer));
    }

    [Fact]
    public void The_same_answer_never_looks_the_same_and_always_has_the_same_length()
    {
        using var key = RoundKey.New(Round);
        var plain = AnswerCodec.Encode(new Answer.Brief(Outcome.NothingToReport), []);
        var longer = AnswerCodec.Encode(new Answer.Full(Outcome.Helped, TimeBand.OneToFourHours, Enum.GetValues<Change>(), Confidence.Measured, "A tool with a long name", Obligation.Mostly), ["A tool with a long name"]);

        var (one, two, three) = (key.Seal(key.ParticipantOf(Ada), plain), key.Seal(key.ParticipantOf(Ada), plain), key.Seal(key.ParticipantOf(Ada), longer));

        Assert.NotEqual(one.Bytes.ToArray(), two.Bytes.ToArray());
        Assert.Equal(one.Bytes.Length, three.Bytes.Length);
    }

    [Fact]
    public async Task A_round_key_comes_back_from_storage_in_its_own_round_only()
    {
        var source = new ScriptedKeys();
        source.Add();
        using var masters = new MasterKeyRing(source, TimeProvider.System, NullLogger<MasterKeyRing>.Instance);
        var keys = new RoundKeys(new KeyWrapping(masters));
        using var key = RoundKey.New(Round);
        var wrapped = await keys.WrapAsync(key, Ct);

        using var unwrapped = await keys.UnwrapAsync(Round, wrapped, Ct);

        Assert.Equal(key.TicketOf(Ada), unwrapped.TicketOf(Ada));
        await Assert.ThrowsAsync<MasterKeyException>(() => keys.UnwrapAsync(NextRound, wrapped, Ct));
        await Assert.ThrowsAsync<MasterKeyException>(() => keys.UnwrapAsync(Round with { Team = new TeamId(Round.Team.Tenant, "other") }, wrapped, Ct));
        await Assert.ThrowsAsync<MasterKeyException>(() => keys.UnwrapAsync(Round with { Team = new TeamId(new TenantId("other"), "team") }, wrapped, Ct));
    }

    [Fact]
    public void A_round_key_that_was_disposed_makes_no_code_and_seals_nothing()
    {
        var key = RoundKey.New(Round);
        var participant = key.ParticipantOf(Ada);

        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.TicketOf(Ada));
        Assert.Throws<ObjectDisposedException>(() => key.Seal(participant, [1]));
    }
}
