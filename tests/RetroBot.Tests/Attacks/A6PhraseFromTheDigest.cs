using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A6. The lead: searches chats for a phrase from the digest. What must happen: only consented, previewed text appears.</summary>
/// <remarks>A lead searches everything that they ever received or were answered, each version of every card included. The authors' own chats they do not see.</remarks>
public sealed class A6PhraseFromTheDigest(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const string Colleague = "Chidi Okafor";
    private const string Joiner = "Zebulon Quartermain";

    /// <summary>What the authors answer in the check-in; none of it is in their case studies.</summary>
    private static readonly Dictionary<string, string> Answer = new(StringComparer.Ordinal)
    {
        ["time"] = "fifteenToSixtyMinutes", ["changes"] = "learnedSomething", ["confidence"] = "measured", ["tool"] = "GitHub Copilot",
    };

    /// <summary>The same as a case study would say it.</summary>
    private static readonly string[] AnswerRead = ["15–60", "Learned something", ":** measured", "GitHub Copilot"];

    private static readonly Dictionary<string, string> Revealing = new(StringComparer.Ordinal)
    {
        ["aiRole"] = $"with {Colleague}, {Joiner} and canary@contoso.com", ["howToTry"] = "call +49 170 1234567, password: hunter2hunter2",
    };

    private static readonly string[] Revealed = ["Chidi", "Okafor", "Zebulon", "Quartermain", "canary@contoso.com", "1234567", "hunter2"];

    public override Holding Holds => Holding.LeadsSeat;

    [Fact]
    public Task Whatever_the_lead_finds_was_published_word_for_word_as_its_author_saw_it() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 8);
        team.Team.AddPerson(Colleague);
        var view = new LeadsView(team);
        await team.OpenAsync(Ct);
        var random = new Random(6);
        var writers = team.Team.Members.Skip(1).Take(7).Select(person => new Writer(team, person, random)).ToList();
        var (editing, revealing, withdrawing) = (writers[0], writers[1], writers[2]);
        foreach (var writer in writers) await writer.BeginAsync(Answer);

        await PublishAsync(team, editing, revealing, withdrawing);
        await DoNotPublishAsync(writers[3], writers[4], writers[5], writers[6]);
        await view.RummageAsync(Ct);
        List<string> won = [.. Found(view, writers, []).Select(found => $"Before the digest: {found}")];

        await team.CloseAsync(Ct);
        await view.RummageAsync(Ct);
        won.AddRange(Found(view, writers, [editing, revealing, withdrawing]));
        if (!StoriesOn.Card(team.Teams.Posts(team.Team.General).Single(post => post.Versions == 2).Card!.Value).Any()) won.Add("The digest shows no case study: the attack looked at nothing.");

        await withdrawing.WithdrawAsync();
        await world.Bot.WorkAsync(Ct);
        var later = LeadsView.FromNowOn(team);
        world.Time.Advance(TimeSpan.FromDays(7));
        await team.OpenInstalledAsync(Ct);
        await team.CloseAsync(Ct);
        await later.RummageAsync(Ct);
        won.AddRange(Found(later, writers, [editing, revealing]).Select(found => $"After one was withdrawn: {found}"));
        won.AddRange(Unread(writers, [editing, revealing], string.Join('\n', team.Teams.Posts(team.Team.General).Select(post => post.Content.GetRawText()))).Select(found => $"In the channel after one was withdrawn: {found}"));
        return won;
    }

    /// <summary>One changes every word after a preview, one had too much said, and one has second thoughts later.</summary>
    private static async Task PublishAsync(World team, Writer editing, Writer revealing, Writer withdrawing)
    {
        await editing.PreviewAsync();
        await editing.EditAsync();
        await editing.PreviewAsync();
        await editing.PublishAsync();
        await revealing.PreviewAsync(Revealing);
        team.Team.AddPerson(Joiner);
        await revealing.PublishAsync();
        await withdrawing.PreviewAsync();
        await withdrawing.PublishAsync();
    }

    private static async Task DoNotPublishAsync(Writer discarding, Writer leaving, Writer failing, Writer hasty)
    {
        await discarding.PreviewAsync();
        await discarding.DiscardAsync();
        await leaving.PreviewAsync();
        await failing.PreviewAsync(new(StringComparer.Ordinal) { ["evidence"] = "http://wiki.contoso.com" });
        await hasty.PreviewAsync();
        await hasty.PublishAsync();
        await hasty.WithdrawAsync();
    }

    private static IEnumerable<string> Found(LeadsView view, IReadOnlyList<Writer> writers, IReadOnlyList<Writer> agreed)
    {
        var lines = view.Cards().SelectMany(StoriesOn.Card).SelectMany(story => story).Distinct(StringComparer.Ordinal).ToList();
        var seen = view.Seen();
        return
        [
            .. Unread(writers, agreed, seen),
            .. lines.Where(line => !agreed.Any(writer => writer.Published.Contains(line, StringComparer.Ordinal))).Select(line => $"no author saw “{line}”."),
            .. AnswerRead.Where(text => lines.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase))).Select(text => $"“{text}” is copied from an answer."),
            .. Revealed.Where(text => lines.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase))).Select(text => $"“{text}” should be redacted."),
        ];
    }

    /// <summary>Words in a text that their author did not see in a preview and publish.</summary>
    private static IEnumerable<string> Unread(IReadOnlyList<Writer> writers, IReadOnlyList<Writer> agreed, string seen) =>
        from writer in writers
        let published = agreed.Contains(writer) ? string.Join('\n', writer.Published) : ""
        from word in writer.Typed
        where seen.Contains(word, StringComparison.OrdinalIgnoreCase) && !published.Contains(word, StringComparison.Ordinal)
        select $"“{word}” was never published.";
}
