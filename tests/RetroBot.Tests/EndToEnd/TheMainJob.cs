using Azure.Data.Tables;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.EndToEnd;

/// <summary>The whole story on real parts: the service in a process of its own, a storage emulator, and a person in front of a Teams client in a browser.</summary>
public sealed class TheMainJob(HeadlessBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_team_installs_RetroBot_answers_and_reads_its_digest()
    {
        await using var service = await ServiceProcess.StartAsync(demo: false, Ct);
        await using var teams = await PlaygroundPage.OpenAsync(browser, service.TeamsClient);
        await OpenRoundAsync(teams, "team");

        await AnswerAsync(teams, "team");
        using var http = new HttpClient { BaseAddress = service.Messages };
        foreach (var person in DemoTenant.InPlayground.Take(4))
        {
            var saved = await new Colleague(http, teams.Log, person).AnswerAsync("Week of", Ct);
            Assert.Contains("Change my answer", saved.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(5, await SealedAnswersAsync(service));
        var digest = await CloseRoundAsync(teams, "team");

        // Five: without the answer from the browser there would be no number.
        Assert.Contains("5–9 people answered", digest, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoTenant.InPlayground.Prepend(DemoTenant.You), person => digest.Contains(person.Surname, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await SealedAnswersAsync(service));
    }

    [Fact]
    public async Task A_newcomer_sees_a_digest_with_the_answers_of_the_demo_team_and_their_own()
    {
        await using var service = await ServiceProcess.StartAsync(demo: true, Ct);
        await using var teams = await PlaygroundPage.OpenAsync(browser, service.TeamsClient);
        await OpenRoundAsync(teams, "newcomer");

        await AnswerAsync(teams, "newcomer");
        await service.TeammatesAnsweredAsync(Ct);
        var digest = await CloseRoundAsync(teams, "newcomer");

        // Nineteen teammates, and one in the browser.
        Assert.Contains("20–49 people answered", digest, StringComparison.Ordinal);
        Assert.Contains("It helped", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_sets_up_the_check_in_and_a_member_asks_what_RetroBot_can_do()
    {
        await using var service = await ServiceProcess.StartAsync(demo: false, Ct);
        await using var teams = await PlaygroundPage.OpenAsync(browser, service.TeamsClient);
        await teams.OpenChannelAsync("General");
        await teams.CardAsync("Find out where AI really helps");

        await teams.PostAsync("setup");
        var form = await teams.CardAsync("Set up the check-in");
        await form.PickAsync("Day", "Thursday");
        await form.FillAsync("Tools that your team uses (optional)", "Copilot, Claude");
        await form.PressAsync("Save");
        var saved = await (await teams.CardAsync("The check-in is set up")).TextAsync();
        await teams.PhotographAsync("setup-1-saved");
        await teams.OpenPersonalChatAsync();
        await teams.SayAsync("help");

        Assert.Contains("Thursday", saved, StringComparison.Ordinal);
        Assert.Contains("Copilot, Claude", saved, StringComparison.Ordinal);
        Assert.Contains("pause", await (await teams.CardAsync("What I can do")).TextAsync(), StringComparison.Ordinal);
    }

    private static async Task OpenRoundAsync(PlaygroundPage teams, string story)
    {
        await teams.OpenChannelAsync("General");
        await teams.CardAsync("Find out where AI really helps");
        await teams.PhotographAsync($"{story}-1-installed");
        await teams.PostAsync("open now");
        await teams.CardAsync("Everyone gets a card in a private chat");
        await teams.PhotographAsync($"{story}-2-open");
    }

    private static async Task AnswerAsync(PlaygroundPage teams, string story)
    {
        await teams.OpenPersonalChatAsync();
        var question = await teams.CardAsync("Last week, did AI help with a work task?");
        await teams.PhotographAsync($"{story}-3-asked");
        await question.PressAsync("It helped");

        var details = await teams.CardAsync("How sure are you?");
        await details.MarkAsync("Saved under 15 min");
        await details.TickAsync("Less tedious");
        await details.MarkAsync("I compared");
        await teams.PhotographAsync($"{story}-4-answered");
        await details.PressAsync("Save my answer");

        await teams.CardAsync("Thank you, it's saved");
        await teams.PhotographAsync($"{story}-5-saved");
    }

    /// <returns>The digest's text.</returns>
    private static async Task<string> CloseRoundAsync(PlaygroundPage teams, string story)
    {
        await teams.OpenChannelAsync("General");
        await teams.PostAsync("close now");
        var digest = await teams.CardAsync("Where AI helped, week of");
        await teams.PhotographAsync($"{story}-6-digest");
        await digest.PhotographAsync($"{story}-7-digest-card");
        return await digest.TextAsync();
    }

    /// <summary>How many answers lie in storage under a round's key.</summary>
    private static async Task<int> SealedAnswersAsync(ServiceProcess service)
    {
        var rounds = new TableServiceClient(await service.StorageAsync(Ct)).GetTableClient("rounds");
        var answers = 0;
        await foreach (var _ in rounds.QueryAsync<TableEntity>("RowKey ge 'a|' and RowKey lt 'a}'", cancellationToken: Ct)) answers++;
        return answers;
    }
}
