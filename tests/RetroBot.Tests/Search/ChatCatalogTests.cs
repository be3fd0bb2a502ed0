using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Commands;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Search;
using RetroBot.Host.Web;
using RetroBot.Simulation.Client;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Search;

/// <summary>Somebody asks for the catalog in their own chat.</summary>
public sealed class ChatCatalogTests(StorageEmulator emulator)
{
    private const string Notes = "Release notes from merged tickets";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("catalog release note")]
    [InlineData("Catalog: RELEASED noting")]
    [InlineData("catalogue relase nots")]
    [InlineData("Katalog – „realease“")]
    public async Task What_somebody_wrote_is_found_in_whatever_form_and_with_a_typing_error(string typed)
    {
        await using var world = await StartAsync();
        await PublishAsync(world, Study(world, 1, Notes), Study(world, 2, "Finding why the build fails"));

        var card = await AskAsync(world, world.Lead, typed);

        Assert.Contains("Found in the catalog", card, StringComparison.Ordinal);
        Assert.Contains(Notes, card, StringComparison.Ordinal);
        Assert.DoesNotContain("build fails", card, StringComparison.Ordinal);
        Assert.Contains("**What AI did:** wrote the draft\n", card, StringComparison.Ordinal);
        Assert.EndsWith("\npaste the ticket\n**Better not when:** never for numbers\nOpen the catalog (in the browser)", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_the_newest_are_shown_with_how_many_there_are_as_a_band_and_the_way_to_the_page()
    {
        await using var world = await StartAsync();
        await PublishAsync(world, [.. Enumerable.Range(1, 7).Select(number => Study(world, number, $"Old way {number}", new Quarter(2026, 2))), Study(world, 8, Notes)]);

        var card = await AskAsync(world, world.Lead, "catalog");

        Assert.StartsWith($"Newest in the catalog\nThe first 5 of 5–9\n{Notes}\n2026\u2011Q4\n", card, StringComparison.Ordinal);
        Assert.Equal(5, card.Split("**What AI did:**").Length - 1);
        Assert.DoesNotContain('8', card);
        Assert.Equal($"{world.Bot.Http.BaseAddress}catalog?lang=en", PageOn(world, world.Lead).AbsoluteUri);
    }

    /// <summary>Of a quarter that is over: what is shown of it is what an export shows.</summary>
    [Fact]
    public async Task A_case_study_has_the_tags_that_enough_others_share_and_no_others()
    {
        await using var world = await StartAsync();
        var quarter = new Quarter(2026, 2);
        await PublishAsync(world,
        [
            .. Enumerable.Range(1, 5).Select(number => Study(world, number, "Alike", quarter)),
            SampleStudies.Published(TeamOf(world), 6, "Alone", area: WorkArea.Translation, tool: "Abacus", quarter: quarter, support: new GroupBand(5, 9)),
        ]);

        Assert.Contains("Alike\nChecked by its author · Writing code · Copilot · 2026\u2011Q2\n", await AskAsync(world, world.Lead, "catalog alike"), StringComparison.Ordinal);
        Assert.Contains("Alone\nWorked for others · 2026\u2011Q2\n", await AskAsync(world, world.Lead, "catalog alone"), StringComparison.Ordinal);
    }

    /// <summary>Page and card call the same step the same, in each language.</summary>
    [Fact]
    public void The_tags_have_the_words_of_the_page() => Assert.All(Languages.All, language => Assert.All(FacetValues.Steps.Zip(Enum.GetValues<VerificationLevel>()), step =>
        Assert.Equal(Choices.TextOf(Texts.ForPlainText(language.Culture), step.Second), FacetWords.NameOf(new PageTexts(language), CatalogFacet.Verification, step.First))));

    [Fact]
    public async Task The_page_that_a_search_leads_to_has_its_words_and_language_and_too_many_are_cut_off()
    {
        await using var world = await StartAsync();
        await PublishAsync(world, Study(world, 1, Notes));

        await AskAsync(world, world.Lead, "catalog release & notes?");
        var page = HttpUtility.ParseQueryString(PageOn(world, world.Lead).Query);
        Assert.Equal(("en", "release & notes?"), (page["lang"], page["q"]));

        await AskAsync(world, world.Lead, $"catalog release {new string('漢', 5000)}");
        Assert.Equal($"release {new string('漢', 192)}", HttpUtility.ParseQueryString(PageOn(world, world.Lead).Query)["q"]);
    }

    [Fact]
    public async Task Program_owners_alone_read_it_unless_it_is_open_and_others_learn_who_may_and_what_is_theirs()
    {
        await using var world = await StartAsync(readers: "owners");
        await PublishAsync(world, Study(world, 1, Notes));

        var refused = await AskAsync(world, world.As(world.Team.Members[1]), "catalog release");

        Assert.Contains("program owners alone read it here", refused, StringComparison.Ordinal);
        Assert.Contains("the digests in your team's channel", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(Notes, refused, StringComparison.Ordinal);
        Assert.Contains(Notes, await AskAsync(world, world.Lead, "catalog release"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_organisation_that_is_not_served_nobody_reads_it_whatever_they_are_elsewhere()
    {
        await using var world = await StartAsync(tenant: Guid.NewGuid());
        await PublishAsync(world, Study(world, 1, Notes));

        foreach (var person in world.Team.Members) Assert.Contains("program owners alone", await AskAsync(world, world.As(person), "catalog release"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_s_case_studies_are_never_found()
    {
        await using var world = await StartAsync();
        await PublishAsync(world, Study(world, 1, Notes), SampleStudies.Published(new TeamId(new TenantId(Guid.NewGuid().ToString()), "theirs"), 2, title: "Neighbourly secret"));

        Assert.Contains("No case study fits", await AskAsync(world, world.Lead, "catalog neighbourly"), StringComparison.Ordinal);
        Assert.DoesNotContain("Neighbourly", await AskAsync(world, world.Lead, "catalog"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_author_withdraws_is_gone_at_once()
    {
        await using var world = await StartAsync();
        var study = Study(world, 1, Notes);
        await PublishAsync(world, study);
        Assert.Contains(Notes, await AskAsync(world, world.Lead, "catalog release"), StringComparison.Ordinal);

        await Studies(world).RemoveAsync((await Studies(world).FindAsync(study.Id, Ct))!, Ct);

        Assert.Contains("No case study fits", await AskAsync(world, world.Lead, "catalog release"), StringComparison.Ordinal);
        Assert.Contains("The catalog is still empty", await AskAsync(world, world.Lead, "catalog"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_it_is_prepared_where_it_is_empty_and_where_nothing_fits_it_is_said_what_to_do()
    {
        await using var world = await StartAsync();

        Assert.Contains("write to me again in a minute", await AskAsync(world, world.Lead, "catalog"), StringComparison.Ordinal);
        await IndexAsync(world);
        Assert.Contains("Whoever answers a check-in can share one", await AskAsync(world, world.Lead, "catalog"), StringComparison.Ordinal);
        Assert.Contains("Try fewer or other words", await AskAsync(world, world.Lead, "catalog release"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_storage_is_out_of_reach_it_is_said()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await StartAsync(storage: gate.ConnectionString);
        await PublishAsync(world, Study(world, 1, Notes));
        await AskAsync(world, world.Lead, "catalog");

        gate.Shut();
        await world.FinishAsync(world.Lead.SayInPersonalAsync("catalog release", Ct), Ct);

        Assert.Contains("My storage doesn't answer", Latest(world, world.Lead), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_are_written_down_nowhere_not_even_when_the_page_is_opened()
    {
        await using var world = await StartAsync();
        await PublishAsync(world, Study(world, 1, Notes));

        await AskAsync(world, world.Lead, "catalog release xylographic");
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var sentToSignIn = await visitor.GetAsync(PageOn(world, world.Lead), Ct);

        Assert.Contains(Notes, Latest(world, world.Lead), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sentToSignIn.StatusCode);
        Assert.Contains("xylographic", sentToSignIn.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Bot.Log.Lines, line => $"{line.Text} {string.Join(' ', line.Fields)}".Contains("xylographic", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(await world.DumpAsync(Ct), entry => string.Join(' ', entry.Row).Contains("xylographic", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_is_understood_in_every_language_and_answered_in_the_reader_s()
    {
        await using var world = await StartAsync();
        await PublishAsync(world, Study(world, 1, Notes));

        foreach (var language in Languages.All)
        {
            var activity = world.Lead.Compose.PersonalMessage($"{CommandWords.Of(Command.Catalog, language)} release");
            activity["locale"] = language.Tag;
            await world.Lead.PostAsync(activity, Ct);

            var card = Latest(world, world.Lead);
            Assert.StartsWith(Texts.ForCards(language.Culture)["Catalog.Found"], card, StringComparison.Ordinal);
            Assert.Contains(Notes, card, StringComparison.Ordinal);
            Assert.Equal(language.Tag, HttpUtility.ParseQueryString(PageOn(world, world.Lead).Query)["lang"]);
        }
    }

    [Fact]
    public async Task What_a_colleague_published_is_found_in_the_own_chat_once_the_digest_is_out()
    {
        await using var world = await StartAsync();
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();
        var reader = world.As(world.Team.Members[2]);

        await IndexAsync(world);
        Assert.Contains("No case study fits", await AskAsync(world, reader, "catalog release notes"), StringComparison.Ordinal);
        await world.CloseAsync(Ct);
        await IndexAsync(world);
        var card = await AskAsync(world, reader, "catalog release notes");
        Assert.Contains($"{Notes}\n2026\u2011Q4\n**What AI did:** Drafted one line per ticket.\n", card, StringComparison.Ordinal);
        Assert.Contains("\nPaste the titles and ask for one plain line each.\n", card, StringComparison.Ordinal);
        await author.WithdrawAsync(receipt);
        Assert.Contains("No case study fits", await AskAsync(world, reader, "catalog release notes"), StringComparison.Ordinal);
    }

    /// <param name="tenant">That is served; the team's own by default.</param>
    private async Task<World> StartAsync(string readers = "everyone", Guid? tenant = null, string? storage = null) => await World.StartAsync(emulator, members: 3, Ct, storage, settingsFor: team =>
    [
        new("RetroBot:Web:Tenants:0", (tenant ?? team.Tenant.Id).ToString()),
        new("RetroBot:Web:Readers", readers),
        new("RetroBot:ProgramOwners:0", team.Members[0].ObjectId.ToString()),
    ]);

    private static async Task<string> AskAsync(World world, TeamsClient client, string text)
    {
        await client.SayInPersonalAsync(text, Ct);
        return Latest(world, client);
    }

    private static string Latest(World world, TeamsClient client) => CardText.Of(world.Teams.Inbox(client.Person)[^1].Card);

    /// <summary>Where the card's one link leads.</summary>
    private static Uri PageOn(World world, TeamsClient client) => new(JsonNode.Parse(world.Teams.Inbox(client.Person)[^1].Card!.Value.GetRawText())!["actions"]!.AsArray().Single()!["url"]!.GetValue<string>());

    private static async Task PublishAsync(World world, params IEnumerable<CaseStudy> studies)
    {
        foreach (var study in studies) await Studies(world).AddAsync(study, Ct);
        await IndexAsync(world);
    }

    private static async Task IndexAsync(World world) => Assert.True(await world.Bot.Services.GetRequiredService<CatalogIndexes>().RunOnceAsync(Ct));

    private static ICaseStudyStore Studies(World world) => world.Bot.Services.GetRequiredService<ICaseStudyStore>();

    private static CaseStudy Study(World world, int number, string title, Quarter? quarter = null) => SampleStudies.Published(TeamOf(world), number, title, quarter: quarter);

    private static TeamId TeamOf(World world) => new(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id);
}
