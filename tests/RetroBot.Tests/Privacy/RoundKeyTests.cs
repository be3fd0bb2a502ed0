using System.Security.Cryptography;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using Xunit;

namespace RetroBot.Tests.Privacy;

public sealed class RoundKeyTests
{
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
    public void A_wrapped_key_unwraps_under_the_same_master_key_to_the_same_key()
    {
        var keys = new RoundKeys(new MasterKey(RandomNumberGenerator.GetBytes(MasterKey.Length)));
        using var key = RoundKey.New(Round);

        using var unwrapped = keys.Unwrap(Round, keys.Wrap(Round, key));

        Assert.Equal(key.TicketOf(Ada), unwrapped.TicketOf(Ada));
    }

    [Fact]
    public void Another_master_key_another_round_or_a_changed_key_is_refused_with_a_clear_message()
    {
        var keys = new RoundKeys(new MasterKey(RandomNumberGenerator.GetBytes(MasterKey.Length)));
        var others = new RoundKeys(new MasterKey(RandomNumberGenerator.GetBytes(MasterKey.Length)));
        using var key = RoundKey.New(Round);
        var wrapped = keys.Wrap(Round, key);

        Assert.Contains("Configure that key again", Assert.Throws<MasterKeyException>(() => others.Unwrap(Round, wrapped)).Message, StringComparison.Ordinal);
        Assert.Throws<MasterKeyException>(() => keys.Unwrap(NextRound, wrapped));
        Assert.Throws<MasterKeyException>(() => keys.Unwrap(Round, wrapped with { Bytes = new byte[60] }));
        Assert.Throws<MasterKeyException>(() => keys.Unwrap(Round, wrapped with { Bytes = new byte[5] }));
    }

    [Fact]
    public void Disposing_overwrites_the_key()
    {
        var bytes = RandomNumberGenerator.GetBytes(RoundKey.Length);
        var key = new RoundKey(Round, bytes);

        key.Dispose();

        Assert.All(bytes, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_developer_s_master_key_is_made_once_and_stays()
    {
        var folder = Directory.CreateTempSubdirectory("retrobot-key-");
        var path = Path.Combine(folder.FullName, "deeper", "master.key");

        var (first, second) = (MasterKey.ReadOrMake(path), MasterKey.ReadOrMake(path));
        folder.Delete(recursive: true);

        Assert.Equal(first.Bytes.ToArray(), second.Bytes.ToArray());
    }
}
