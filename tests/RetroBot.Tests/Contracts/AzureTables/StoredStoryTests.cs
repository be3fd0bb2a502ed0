using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>The tables of a running service, looked at again and again during a whole story, hold what the schema says and nothing else.</summary>
public sealed class StoredStoryTests(StorageEmulator emulator)
{
    private static readonly string[] OfEveryRow = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];
    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal) { ["time"] = "fifteenToSixtyMinutes", ["changes"] = "lessTedious", ["confidence"] = "compared", ["tool"] = "Claude", ["obligation"] = "slightly" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_a_service_stores_is_in_the_schema_and_whatever_is_in_the_schema_is_stored()
    {
        var dumps = await DumpsAsync();

        Assert.Empty(dumps.Where(stored => KindsOf(stored).Count() != 1).Select(stored => $"{stored.Table}: {stored.Row.RowKey} is of {KindsOf(stored).Count()} kinds"));
        var seen = dumps.SelectMany(stored => stored.Row.Keys.Except(OfEveryRow, StringComparer.Ordinal).Select(column => $"{KindsOf(stored).Single().Name}: {column}")).ToHashSet(StringComparer.Ordinal);
        var described = StorageSchema.All.SelectMany(kind => kind.Columns.Select(column => $"{kind.Name}: {column.Name}")).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(seen.Except(described, StringComparer.Ordinal));
        Assert.Empty(described.Except(seen, StringComparer.Ordinal));
        Assert.Empty(StorageSchema.All.Except(dumps.Select(stored => KindsOf(stored).Single())).Select(kind => kind.Name));
    }

    /// <summary>Every row of every table, at every turn of the story.</summary>
    private async Task<IReadOnlyList<(string Table, TableEntity Row)>> DumpsAsync()
    {
        await using var world = await World.StartAsync(emulator, members: 7, Ct);
        List<(string, TableEntity)> dumps = [];
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request =>
        {
            if (request.IsSend && request.Person == world.Team.Members[6]) Dump();
            return false;
        });

        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromMinutes(1)), on: request => request.IsSend && request.Person == world.Team.Members[3]);
        world.Team.Members[2].HasBlockedTheBot = true;

        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["zone"] = "Europe/Berlin", ["tools"] = "Claude, Copilot" }, Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "we changed the agenda", ct: Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "team outcome", ct: Ct);
        await world.Lead.InvokeAsync(world.Teams.Posts(world.Team.General)[^1], TeamOutcomeCard.Verb, new JsonObject { ["metric"] = "escapedDefects", ["value"] = 3 }, Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "tools", ct: Ct);
        await world.Lead.InvokeAsync(world.Teams.Posts(world.Team.General)[^1], ToolsCard.Verb, new JsonObject { ["tool"] = "Copilot", ["ground"] = "other", ["reason"] = "so", ["review"] = "2026-12-20" }, Ct);
        await world.As(world.Team.Members[5]).SayInPersonalAsync("pause", Ct);
        await world.As(world.Team.Members[5]).SayInPersonalAsync("language", Ct);
        await world.As(world.Team.Members[5]).InvokeAsync(world.Teams.Inbox(world.Team.Members[5])[^1], LanguageCard.Verb, new JsonObject { ["language"] = "de" }, Ct);
        Dump();
        world.Time.Advance(TimeSpan.FromDays(21)); // the fourth round asks one question more
        await world.OpenInstalledAsync(Ct);
        Dump();
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await world.Bot.WorkAsync(Ct);
        world.Team.Members[2].HasBlockedTheBot = false;
        await world.As(world.Team.Members[4]).SayInPersonalAsync("stop", Ct);
        foreach (var member in world.Team.Members.Where((_, place) => place is not (2 or 5))) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", Details, Ct);
        Dump();
        world.Time.Advance(TimeSpan.FromHours(36));
        await world.Bot.WorkAsync(Ct);
        Dump();
        var studies = world.Bot.Services.GetRequiredService<ICaseStudyStore>();
        var team = new TeamId(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id);
        foreach (var number in (int[])[1, 2]) await studies.AddAsync(Samples.CaseStudy(number, team), Ct);
        await world.CloseAsync(Ct);
        await studies.RemoveAsync((await studies.FindAsync(Samples.CaseStudyId(2, team), Ct))!, Ct);
        await world.Bot.Services.GetRequiredService<IVoteStore>().SaveAsync(Samples.CaseStudyId(1, team), Samples.Voter(1), Vote.Worked, Ct);
        await world.Bot.Services.GetRequiredService<IQuarterStore>().AddCombinationsAsync(new TenantId($"{world.Team.Tenant.Id}"), new Quarter(2026, 3), new HashSet<Combination>(), Ct);
        await world.Bot.Services.GetRequiredService<IQuarterStore>().AddFiguresAsync(new TenantId($"{world.Team.Tenant.Id}"), new Quarter(2026, 3), Samples.Figures(), Ct);
        Dump();
        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);
        Dump();
        return dumps;

        void Dump() => dumps.AddRange(world.DumpAsync(Ct).GetAwaiter().GetResult());
    }

    private static IEnumerable<RowKind> KindsOf((string Table, TableEntity Row) stored) => StorageSchema.All.Where(kind => kind.Includes(stored.Table, stored.Row.RowKey));
}
