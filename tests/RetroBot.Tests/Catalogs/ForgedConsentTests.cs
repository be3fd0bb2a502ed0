using System.Text.Json.Nodes;
using RetroBot.Cards.Catalogs;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Files;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>Somebody who may not have the catalog, or who wants RetroBot to call somebody else, sends what a program owner's Teams would.</summary>
public sealed class ForgedConsentTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_no_program_owner_gets_nothing_for_an_owner_s_consent()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = FileOffer.On(await scene.OfferedAsync("csv", Ct));
        await scene.Somebody.SayInPersonalAsync("help", Ct);
        var own = scene.World.Teams.Inbox(scene.Somebody.Person)[^1];

        await scene.Somebody.PostAsync(scene.Somebody.Compose.FileConsent(own, offer.AcceptContext, scene.Drive.NewUpload(offer.Name)), Ct);
        await scene.Worker.RunOnceAsync(Ct);

        Assert.Empty(scene.Drive.Requests);
        Assert.Contains("Only program owners can do that", CardText.Of(scene.World.Teams.Inbox(scene.Somebody.Person)[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_owner_s_id_in_another_tenant_opens_nothing()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var elsewhere = Guid.NewGuid().ToString();

        var consent = scene.Owner.Compose.FileConsent(offer, FileOffer.On(offer).AcceptContext, scene.Drive.NewUpload(FileOffer.On(offer).Name));
        consent["conversation"]!["tenantId"] = elsewhere;
        consent["channelData"]!["tenant"]!["id"] = elsewhere;
        await scene.Owner.PostAsync(consent, Ct);
        await scene.Worker.RunOnceAsync(Ct);

        Assert.Empty(scene.Drive.Requests);
    }

    [Fact]
    public async Task Outside_a_personal_chat_a_consent_is_nothing()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var consent = scene.Owner.Compose.FileConsent(offer, FileOffer.On(offer).AcceptContext, scene.Drive.NewUpload(FileOffer.On(offer).Name));
        consent["conversation"]!["conversationType"] = "groupChat";

        await scene.Owner.PostAsync(consent, Ct);
        await scene.Worker.RunOnceAsync(Ct);

        Assert.Empty(scene.Drive.Requests);
    }

    [Fact]
    public async Task An_address_outside_SharePoint_is_not_called()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct, knowsDrive: false);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);

        var told = await scene.AcceptAsync(offer, Ct);

        Assert.Empty(scene.Drive.Requests);
        Assert.Contains("neither in OneDrive nor in SharePoint", CardText.Of(told.Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Nor_is_one_to_which_an_allowed_address_leads(int redirection)
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await using var elsewhere = await SimulatedDrive.StartAsync(Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        scene.Drive.Meet(new DriveFault(redirection, Location: new Uri(elsewhere.NewUpload("x.csv")["uploadUrl"]!.GetValue<string>())));

        await scene.AcceptAsync(offer, Ct);

        Assert.Empty(elsewhere.Requests);
        Assert.Equal(["PUT", "DELETE"], scene.Drive.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Nor_is_a_file_shown_that_lies_elsewhere()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var upload = scene.Drive.NewUpload(FileOffer.On(offer).Name);
        upload["contentUrl"] = "https://evil.example/catalog.csv";

        await scene.Owner.PostAsync(scene.Owner.Compose.FileConsent(offer, FileOffer.On(offer).AcceptContext, upload), Ct);
        await scene.Worker.RunOnceAsync(Ct);

        Assert.Empty(scene.Drive.Requests);
        Assert.DoesNotContain("evil", scene.Now(offer).Content.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"format":"exe","offer":"1"}""")]
    [InlineData("""{"format":"csv"}""")]
    [InlineData("""{"format":["csv"],"offer":{}}""")]
    public async Task A_context_that_RetroBot_did_not_write_is_an_old_card(string context)
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);

        await scene.Owner.PostAsync(scene.Owner.Compose.FileConsent(offer, JsonNode.Parse(context), scene.Drive.NewUpload("x.csv")), Ct);
        await scene.Worker.RunOnceAsync(Ct);

        Assert.Empty(scene.Drive.Requests);
        Assert.Contains("This card is out of date", CardText.Of(scene.Now(offer).Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":"perhaps"}""")]
    [InlineData("""{"action":"accept","context":"csv"}""")]
    [InlineData("""{"action":"accept","context":{},"uploadInfo":"https://contoso.sharepoint.com"}""")]
    [InlineData("""{"action":"accept","context":{},"uploadInfo":{"uploadUrl":{"a":1}}}""")]
    [InlineData("null")]
    public async Task What_is_no_consent_at_all_is_refused(string value)
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.Owner.SayInPersonalAsync("help", Ct);
        var consent = scene.Owner.Compose.FileConsent(scene.OwnersChat[^1], context: null, upload: null);
        consent["value"] = JsonNode.Parse(value);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await scene.Owner.PostAsync(consent, Ct)).Status);
    }

    [Fact]
    public async Task A_press_for_a_file_by_somebody_else_makes_none()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        await scene.Somebody.SayInPersonalAsync("export", Ct);
        var own = scene.World.Teams.Inbox(scene.Somebody.Person)[^1];

        var answer = await scene.Somebody.InvokeAsync(own, ExportCard.Verb, new JsonObject { ["format"] = "csv" }, Ct);
        await scene.Worker.RunOnceAsync(Ct);

        Assert.Contains("Only program owners can do that", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.DoesNotContain(scene.World.Teams.Inbox(scene.Somebody.Person), message => FileOffer.Find(message) is not null);
    }
}
