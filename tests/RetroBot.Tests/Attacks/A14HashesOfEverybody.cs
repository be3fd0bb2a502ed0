using RetroBot.Cards.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using RetroBot.Host.Storage;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// A14. A storage dump after close: hashes every id of the directory against every key. What must happen: no match. Nor while the round is open, without the master key.
/// </summary>
/// <remarks>Answers, the ledger, votes and the codes that withdraw: all of it is looked through. The attacker knows the directory and this source: RetroBot's own codes are tried with everything in the dump that could be a key.</remarks>
public sealed class A14HashesOfEverybody(SavingStorageEmulator emulator) : Attack(emulator)
{
    public override Holding Holds => Holding.StorageDump;

    [Fact]
    public Task No_id_of_anybody_matches_anything_that_is_stored() => MustWinNothingAsync();

    [Fact]
    public async Task With_the_key_of_a_case_study_which_takes_the_master_key_its_voters_are_found()
    {
        await using var world = await StartAsync();
        var team = world.Beside(members: 4);
        await team.OpenAsync(Ct);
        await team.PublishAsync(team.Team.Members[1], "Release notes", Ct);
        await team.CloseAsync(Ct);
        await team.VoteAsync(team.Team.Members[2], VoteChoice.Worked, Ct);

        Assert.Single(Matches(team, await StorageDump.OfTablesAsync(team, Ct), [await team.KeyOfOnlyStoryAsync(Ct)]));
    }

    [Fact]
    public async Task With_the_round_s_key_which_takes_the_master_key_the_codes_are_found()
    {
        await using var world = await StartAsync();
        var team = world.Beside(members: 4);
        await team.OpenAsync(Ct);
        await team.AnswerAsync(["helped"], Ct);
        using var key = await team.KeyOfOpenRoundAsync(Ct);

        Assert.NotEmpty(Matches(team, await StorageDump.OfTablesAsync(team, Ct), [key.Secret.Use(bytes => bytes.ToArray())]));
    }

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 4);
        await team.OpenAsync(Ct);
        await team.AnswerAsync(["helped", "costTime", "notRelevant"], Ct);
        await team.PublishAsync(team.Team.Members[1], "Release notes", Ct);
        var whileOpen = Matches(team, await StorageDump.OfTablesAsync(team, Ct), []);
        await team.CloseAsync(Ct);
        foreach (var (voter, choice) in team.Team.Members.Zip([VoteChoice.Worked, VoteChoice.DidNotWork, VoteChoice.Worked])) await team.VoteAsync(voter, choice, Ct);
        var dump = await StorageDump.OfTablesAsync(team, Ct);

        List<string> won = [.. whileOpen.Select(match => $"While the round is open: {match}"), .. Matches(team, dump, []).Select(match => $"After the close: {match}")];
        if (dump.Of(team).Count(row => row.Table == Keys.Votes) != 3 || !dump.Of(team).Any(row => row.Row.ContainsKey("Withdraw"))) won.Add("There are no votes, or no case study: the attack looked at less.");
        return won;
    }

    private static List<string> Matches(World team, StorageDump dump, IReadOnlyList<byte[]> known)
    {
        var stored = new StoredBytes(dump.Of(team));
        var (tenant, round) = (team.Team.Tenant.Id.ToString(), team.RoundId());
        string[] places = ["", tenant, team.Team.Id, round.Name.ToString(), $"{tenant}|{team.Team.Id}|{round.Name}"];
        byte[][] keys = [.. known, .. stored.LikeKeys];

        List<string> matches = [];
        foreach (var (index, person) in team.Team.Members.Index())
        {
            string[] ids = [person.ObjectId.ToString(), person.ObjectId.ToString("N"), $"{person.ObjectId:B}", person.Id, person.Email, person.Name, team.CardOf(person).ConversationId];
            foreach (var text in ids.SelectMany(id => Spelled(id, places)).Distinct(StringComparer.Ordinal))
            {
                if (Hashes.Of(text, keys).FirstOrDefault(hash => stored.Hold(hash.Bytes)) is { Name: { } name }) matches.Add($"{name} of \"{text}\" is stored: person {index}.");
            }
            foreach (var secret in keys.Where(key => key.Length == SecretKey.Length))
            {
                using var key = new RoundKey(round, SecretKey.Written(bytes => secret.CopyTo(bytes)));
                var user = new UserId(person.ObjectId.ToString());
                string[] codes = [key.ParticipantOf(user).Value, key.TicketOf(user), PersonCode.Of(key.Secret, "retrobot/voter"u8, round.Team.Tenant, user)];
                if (codes.Any(code => stored.Hold(Convert.FromHexString(code)))) matches.Add($"RetroBot's own code of person {index}.");
            }
        }
        return matches;
    }

    private static IEnumerable<string> Spelled(string id, string[] places) =>
        from spelling in (string[])[id, id.ToLowerInvariant(), id.ToUpperInvariant()]
        from place in places
        from separator in (string[])["", "|", ":", "/"]
        from text in (string[])[$"{spelling}{separator}{place}", $"{place}{separator}{spelling}"]
        select text;
}
