using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.Catalogs;
using RetroBot.Host.Catalogs;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Files;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>An export that comes to nothing: whoever waits for it learns why and what to do, and nothing is left behind.</summary>
public sealed class FailedExportTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int[], string> Refusals => new()
    {
        { [507], "Your OneDrive did not take it." },
        { [403], "Your OneDrive did not take it." },
        { [302], "Your OneDrive did not take it." },
        { [503, 503, 503, 503, 503, 503], "Your OneDrive could not be reached" },
        { [429, 429, 429, 429, 429, 429], "Your OneDrive could not be reached" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_drive_that_does_not_take_it(int[] statuses, string said)
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        scene.Drive.Meet(statuses.Select(status => new DriveFault(status)));

        var told = await scene.AcceptAsync(offer, Ct);

        Assert.Contains(said, CardText.Of(told.Card), StringComparison.Ordinal);
        Assert.Equal("Export again", Assert.Single(CardAction.AllOn(told.Card!.Value)).Title);
        Assert.Empty(scene.Drive.Files);
        Assert.Equal([.. Enumerable.Repeat("PUT", statuses.Length), "DELETE"], scene.Drive.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_consent_that_comes_too_late_for_its_upload()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        await scene.Owner.AcceptFileAsync(offer, scene.Drive, Ct);
        scene.Drive.ExpireAll();

        await scene.Worker.RunOnceAsync(Ct);

        Assert.Contains("What Teams allowed me has run out. Export again", CardText.Of(scene.Now(offer).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failure_the_same_consent_is_carried_out_when_it_is_given_again()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        scene.Drive.Meet(new DriveFault(403));
        await scene.AcceptAsync(offer, Ct);

        await scene.AcceptAsync(offer, Ct);

        Assert.Single(scene.Drive.Files);
    }

    [Fact]
    public async Task An_answer_that_was_lost_at_the_very_end_is_not_taken_for_a_failure()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        scene.Drive.Meet(new DriveFault(Status: null, TakesEffect: true));

        var told = await scene.AcceptAsync(offer, Ct);

        Assert.Single(scene.Drive.Files);
        Assert.Contains("Look into your OneDrive before you export again.", CardText.Of(told.Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_catalog_that_is_too_large_is_not_offered(string format)
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct, change: With(ExportSettings.Default with { LargestBytes = 100 }));
        await scene.PublishAsync(1, Ct);
        await scene.Owner.SayInPersonalAsync("export", Ct);
        await scene.ChooseAsync(format, Ct);

        await scene.Worker.RunOnceAsync(Ct);

        Assert.Contains("which is the most that I send in a chat", CardText.Of(scene.OwnersChat[^1].Card), StringComparison.Ordinal);
        Assert.DoesNotContain(scene.OwnersChat, message => FileOffer.Find(message) is not null);
    }

    [Fact]
    public async Task A_catalog_that_has_become_too_large_is_not_sent()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct, change: With(ExportSettings.Default with { LargestBytes = 1200 }));
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        await scene.PublishAsync(20, Ct);

        var told = await scene.AcceptAsync(offer, Ct);

        Assert.Contains("which is the most that I send in a chat", CardText.Of(told.Card), StringComparison.Ordinal);
        Assert.Empty(scene.Drive.Requests);
    }

    [Fact]
    public async Task A_drive_that_never_answers_is_given_up_in_time_for_what_the_card_says()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var (asked, release) = scene.HoldDrive();
        await scene.Owner.AcceptFileAsync(offer, scene.Drive, Ct);
        var work = scene.Worker.RunOnceAsync(Ct);
        await asked.WaitAsync(Ct);

        scene.World.Time.Advance(TimeSpan.FromMinutes(10));
        await scene.World.FinishAsync(work, Ct);
        release();

        Assert.Contains("It took too long, so I stopped.", CardText.Of(scene.Now(offer).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_stopped_meanwhile_says_so()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        var (asked, release) = scene.HoldDrive();
        await scene.Worker.StartAsync(Ct);
        await scene.Owner.AcceptFileAsync(offer, scene.Drive, Ct);
        await asked.WaitAsync(Ct);

        await scene.World.FinishAsync(scene.Worker.StopAsync(Ct), Ct);
        release();

        Assert.Contains("RetroBot was being restarted meanwhile.", CardText.Of(scene.Now(offer).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_begun_when_the_service_was_stopped_is_told_so_too()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        await scene.Owner.AcceptFileAsync(offer, scene.Drive, Ct);

        await scene.Worker.StopAsync(Ct);

        Assert.Contains("RetroBot was being restarted meanwhile.", CardText.Of(scene.Now(offer).Card), StringComparison.Ordinal);
        Assert.Empty(scene.Drive.Requests);
    }

    [Fact]
    public async Task Too_many_at_once_are_put_off()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        foreach (var number in Enumerable.Range(0, ExportQueue.Most))
        {
            await scene.Owner.PostAsync(scene.Owner.Compose.FileConsent(offer, new JsonObject { ["format"] = "csv", ["offer"] = $"{number}" }, scene.Drive.NewUpload("x.csv")), Ct);
        }

        await scene.Owner.AcceptFileAsync(offer, scene.Drive, Ct);
        await scene.Owner.SayInPersonalAsync("export", Ct);
        var pressed = await scene.ChooseAsync("csv", Ct);

        Assert.Contains("Too many exports are under way.", CardText.Of(scene.Now(offer).Card), StringComparison.Ordinal);
        Assert.Contains("Too many exports are under way.", CardText.Of(pressed.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_takes_no_files_is_told_in_words()
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        await scene.Owner.SayInPersonalAsync("export", Ct);
        await scene.ChooseAsync("csv", Ct);
        scene.World.Teams.Faults.Add(Fault.Refuses(400, "BadSyntax"), on: request => request.Operation == ConnectorOperation.SendToConversation);

        await scene.Worker.RunOnceAsync(Ct);

        Assert.Contains("Something broke on our side. Please export again", CardText.Of(scene.OwnersChat[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_has_a_name_while_it_is_sent_nor_afterwards()
    {
        var folder = Directory.CreateTempSubdirectory("retrobot-export-");
        try
        {
            await using var scene = await ExportScene.StartAsync(emulator, Ct, change: With(ExportSettings.Default with { Folder = folder.FullName }));
            await scene.PublishAsync(1, Ct);
            var offer = await scene.OfferedAsync("csv", Ct);
            var meanwhile = new List<string>();
            scene.Drive.Before = () =>
            {
                meanwhile.AddRange(Directory.GetFiles(folder.FullName));
                return Task.CompletedTask;
            };

            await scene.AcceptAsync(offer, Ct);

            Assert.Single(scene.Drive.Files);
            Assert.Empty(meanwhile.Concat(Directory.GetFiles(folder.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(403)]
    public async Task The_log_holds_no_name_no_address_and_nothing_of_the_catalog(int? fault)
    {
        await using var scene = await ExportScene.StartAsync(emulator, Ct);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        if (fault is { } status) scene.Drive.Meet(new DriveFault(status));
        await scene.AcceptAsync(offer, Ct);

        var log = string.Join('\n', scene.World.Bot.Log.Lines.Select(line => $"{line.Text} {string.Join(' ', line.Fields.Select(field => field.Value))}"));

        Assert.Contains(fault is null ? "was exported in a chat as Csv" : "refused an export with 403", log, StringComparison.Ordinal);
        string[] secrets = [scene.Owner.Person.Name, scene.Owner.Person.ObjectId.ToString(), scene.Owner.Person.Id, "Release notes", "tempauth", "upload/", FileOffer.On(offer).Name, FileOffer.On(offer).AcceptContext!["offer"]!.GetValue<string>()];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
    }

    private static Action<IServiceCollection> With(ExportSettings settings) => services => services.AddSingleton(settings);
}
