using RetroBot.Cards.Catalogs;
using RetroBot.Cards.People;
using RetroBot.Core.CaseStudies;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>A program owner has the catalog saved from the chat.</summary>
public sealed class ChatExportTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task What_is_saved_is_to_the_byte_what_the_API_gives(string format)
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(7, Ct);

        var offer = await scene.OfferedAsync(format, Ct);
        await scene.AcceptAsync(offer, Ct);

        var saved = Assert.Single(scene.Drive.Files.Values);
        Assert.Equal(await scene.DownloadedAsync(format, Ct), saved);
        Assert.Equal((saved.LongLength, $"retrobot-catalog-2026-11-16.{format}"), (FileOffer.On(offer).SizeInBytes, FileOffer.On(offer).Name));
        Assert.All(scene.Drive.Requests, request => Assert.False(request.HasToken));
    }

    [Fact]
    public async Task The_message_that_asked_becomes_the_file_and_nothing_else_is_written()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var messages = scene.OwnersChat.Count;

        var file = await scene.AcceptAsync(offer, Ct);

        var attachment = Assert.Single(file.Attachments);
        Assert.Equal("application/vnd.microsoft.teams.card.file.info", attachment.GetProperty("contentType").GetString());
        Assert.Equal(
            (FileOffer.On(offer).Name, Assert.Single(scene.Drive.Files.Keys), "csv"),
            (attachment.GetProperty("name").GetString(), attachment.GetProperty("content").GetProperty("uniqueId").GetString(), attachment.GetProperty("content").GetProperty("fileType").GetString()));
        Assert.StartsWith(scene.Drive.Address.AbsoluteUri, attachment.GetProperty("contentUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal("The catalog is in your OneDrive: retrobot-catalog-2026-11-16.csv", file.Summary);
        // The offer, how far it is, and the file.
        Assert.Equal((3, messages), (file.Versions, scene.OwnersChat.Count));
    }

    [Fact]
    public async Task The_invoke_is_answered_before_anything_is_sent()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);

        var answer = await scene.Owner.AcceptFileAsync(offer, scene.Drive, Ct);

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        Assert.Empty(scene.Drive.Requests);
    }

    [Fact]
    public async Task While_it_is_on_its_way_the_message_says_so_and_what_to_do_where_nothing_comes()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var seen = "";
        scene.Drive.Before = () =>
        {
            seen = CardText.Of(scene.Now(offer).Card);
            return Task.CompletedTask;
        };

        await scene.AcceptAsync(offer, Ct);

        Assert.Contains("Your file is being saved", seen, StringComparison.Ordinal);
        Assert.Contains("after a quarter of an hour, write export to me again", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_program_owner_is_told_who_is_and_how_one_becomes_one()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);

        await scene.Somebody.SayInPersonalAsync("export", Ct);

        var card = Assert.Single(scene.World.Teams.Inbox(scene.Somebody.Person)).Card;
        Assert.Contains("in the setting RetroBot:ProgramOwners", CardText.Of(card), StringComparison.Ordinal);
        Assert.Empty(CardAction.AllOn(card!.Value));
    }

    [Fact]
    public async Task An_empty_catalog_is_said_to_be_empty_and_why()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);

        await scene.Owner.SayInPersonalAsync("export", Ct);

        Assert.Contains("A case study enters it when its team's round closes", CardText.Of(Assert.Single(scene.OwnersChat).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_channel_it_is_said_to_belong_in_the_own_chat()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.World.InstallAsync(Ct);

        await scene.Owner.SayInChannelAsync(scene.World.Team.General, "export", ct: Ct);

        Assert.Contains("That is between the two of us.", CardText.Of(scene.World.Teams.Posts(scene.World.Team.General)[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_declined_is_not_sent_and_can_be_asked_for_again()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);

        await scene.Owner.DeclineFileAsync(offer, Ct);
        await scene.Worker.RunOnceAsync(Ct);
        var declined = scene.Now(offer);
        var again = await scene.Owner.PressAsync(declined, ExportCard.Verb, ct: Ct);

        Assert.Empty(scene.Drive.Requests);
        Assert.Contains("You declined, so no file was sent.", CardText.Of(declined.Card), StringComparison.Ordinal);
        Assert.Equal(3, CardAction.AllOn(again.Card!.Value).Count);
    }

    [Theory]
    [InlineData(SecondDelivery.AtOnce)]
    [InlineData(SecondDelivery.Afterwards)]
    public async Task A_consent_that_is_delivered_twice_is_carried_out_once(SecondDelivery second)
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var consent = scene.Owner.Compose.FileConsent(offer, FileOffer.On(offer).AcceptContext, scene.Drive.NewUpload(FileOffer.On(offer).Name));

        await scene.Owner.PostTwiceAsync(consent, second, Ct);
        await scene.Worker.RunOnceAsync(Ct);
        await scene.Owner.PostAsync(consent, Ct);
        await scene.Worker.RunOnceAsync(Ct);

        Assert.Single(scene.Drive.Requests);
        Assert.Equal("application/vnd.microsoft.teams.card.file.info", Assert.Single(scene.Now(offer).Attachments).GetProperty("contentType").GetString());
    }

    [Fact]
    public async Task A_press_that_is_delivered_twice_asks_once()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        await scene.Owner.SayInPersonalAsync("export", Ct);

        await scene.ChooseAsync("csv", Ct);
        await scene.ChooseAsync("csv", Ct);
        await scene.Worker.RunOnceAsync(Ct);

        Assert.Single(scene.OwnersChat, message => FileOffer.Find(message) is not null);
    }

    [Fact]
    public async Task What_was_withdrawn_before_the_consent_is_not_in_the_file()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(2, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var studies = scene.World.Bot.Services.GetRequiredService<ICaseStudyStore>();
        await studies.RemoveAsync((await studies.FindAsync(SampleStudies.Published(scene.Team, 0).Id, Ct))!, Ct);

        await scene.AcceptAsync(offer, Ct);

        var text = System.Text.Encoding.UTF8.GetString(Assert.Single(scene.Drive.Files.Values));
        Assert.Contains("Release notes 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Release notes 0", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_way_is_in_the_language_in_which_it_was_begun()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        await scene.Owner.SayInPersonalAsync("language", Ct);
        await scene.Owner.InvokeAsync(scene.OwnersChat[^1], LanguageCard.Verb, new System.Text.Json.Nodes.JsonObject { ["language"] = "de", ["lang"] = "de" }, Ct);
        await scene.Owner.SayInPersonalAsync("exportieren", Ct);
        await scene.ChooseAsync("csv", Ct);
        await scene.Worker.RunOnceAsync(Ct);
        var offer = scene.OwnersChat.Last(message => FileOffer.Find(message) is not null);

        await scene.Owner.DeclineFileAsync(offer, Ct);

        Assert.Contains("Katalog der Praxisbeispiele", FileOffer.On(offer).Description, StringComparison.Ordinal);
        Assert.Contains("Es wurde nichts gespeichert", CardText.Of(scene.Now(offer).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_message_that_asked_is_gone_the_file_comes_in_a_new_one()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        scene.World.Teams.Faults.Add(Fault.Refuses(404, "ActivityNotFoundInConversation"), on: request => request.Operation == ConnectorOperation.UpdateActivity);

        await scene.AcceptAsync(offer, Ct);

        Assert.Equal("application/vnd.microsoft.teams.card.file.info", Assert.Single(scene.OwnersChat[^1].Attachments).GetProperty("contentType").GetString());
        Assert.NotEqual(offer.Id, scene.OwnersChat[^1].Id);
    }

    [Fact]
    public async Task A_channel_that_is_busy_is_asked_again_for_the_last_word()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        scene.World.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(1)), on: request => request.Operation == ConnectorOperation.UpdateActivity, times: 2);

        var file = await scene.AcceptAsync(offer, Ct);

        Assert.Equal("application/vnd.microsoft.teams.card.file.info", Assert.Single(file.Attachments).GetProperty("contentType").GetString());
    }
}
