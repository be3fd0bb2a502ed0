using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// A24. A teammate: mentions, markdown, HTML, links and colleagues' names in a story. What must happen: neutralised or redacted in the preview.
/// </summary>
/// <remarks>What the official renderer makes of such texts is tried in <c>HostileStoryTests</c>; here, nothing may reach it that could be anything but text.</remarks>
public sealed partial class A24HostileStories(SavingStorageEmulator emulator) : Attack(emulator)
{
    /// <summary>As many as a digest shows.</summary>
    private const int AtOnce = 3;

    /// <summary>On the roster; one is an attempt of its own, for the line that signs.</summary>
    private static readonly string[] Colleagues = ["Chidi Okafor", "Ana-María López Fernández", "O'Brien, Siobhan (Sales)", "Søren Kjærgård", "王小明", "[Vladimir](https://evil.example) **Petrosyan** <at>Boss</at>"];

    /// <summary>What a reader would know them by, and what nobody should read, letters and digits alone.</summary>
    private static readonly string[] GivenAway =
    [
        "chidi", "okafor", "lopez", "fernandez", "obrien", "siobhan", "søren", "soren", "kjærgard", "kjaergaard", "小明", "petrosyan", "vladimir",
        "canary", "1234567", "hunter2", "ghp16", "akiaios", "sig7yb",
    ];

    private static readonly string[] Attempts =
    [
        // Mentions.
        "<at>Everyone</at> look", "&lt;at&gt;Team&lt;/at&gt; <at id=\"0\">channel</at>", "@everyone @channel @general", "@[Boss](29:1abcdef)",
        // Markdown.
        "[win](https://evil.example/win)", "[a](javascript:alert(1))", "[a](data:text/html,<script>alert(1)</script>)", "![x](https://evil.example/x.png)", "[a][1] and [1]: https://evil.example", "<https://evil.example>",
        "# Heading", "**bold** __bold__ *i* _i_ ~~gone~~", "`code` ```block```", "- item", "1. one", "> quote", "| a | b |", "***", "\\[a\\](https://evil.example)", "\\\\[a](https://evil.example)", "a  \nb\n\n# c",
        // HTML.
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='https://evil.example'>a</a>", "&lt;b&gt; &#60;b&#62; &amp;lt;",
        // What the card's renderer itself would fill in.
        "{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "{{TIME(2026-01-01T00:00:00Z)}}", "${$root.secret} ${if(true, 'x', 'y')}",
        // What is not seen, or is seen otherwise than it is.
        "safe \u202Egnp.exe\u202C", "\u2066left\u2069 \u200Fright", "ze\u200Bro\u2060 wi\uFEFFdth", "\u00ADs\u00ADoft", "Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357\u0358algo", "tag \U000E0041\U000E0042", "bell \u0007 null \u0000 esc \u001B[31m",
        // Colleagues.
        "Ask Chidi Okafor", "OKAFOR, Chidi", "chidi.okafor", "C. Okafor", "Okafor's way", "Chi\u200Bdi O\u00ADkafor", "Ｃｈｉｄｉ Ｏｋａｆｏｒ", "Chídi Ôkafor", "chidiokafor", "**Chidi** _Okafor_", "<b>Chidi</b> Okafor", "C\u0336h\u0336i\u0336d\u0336i",
        "Ana Maria Lopez Fernandez", "López Fernández", "LOPEZ", "Siobhan O’Brien", "OBRIEN", "Soren Kjaergaard", "Søren", "Kjærgård", "王小明", "小明さん 王小明", "Petrosyan",
        // What else gives somebody away, or lets somebody in.
        "canary@contoso.com", "canary (at) contoso (dot) com", "+49 170 1234567", "(0170) 123 45 67", "password: hunter2hunter2", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "AKIAIOSFODNN7EXAMPLE",
        "https://contoso.blob.core.windows.net/a?sv=2022-11-02&sig=7Yb1c0kM3wzq2Jd9pXvR5tLhN8sFgAeUiOyTnBmCxZk%3D",
    ];

    public override Holding Holds => Holding.TeammatesAccount;

    [Fact]
    public Task Whatever_a_story_says_the_team_reads_plain_text_as_previewed_and_no_colleague_s_name() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        List<string> won = [];
        foreach (var attempts in Attempts.Chunk(AtOnce * 2))
        {
            var team = world.Beside(members: AtOnce - 1);
            foreach (var name in Colleagues) team.Team.AddPerson(name);
            await team.OpenAsync(Ct);
            List<JsonElement> previews = [];
            foreach (var (person, own) in team.Team.Members.Take(AtOnce - 1).Append(team.Team.Members[^1]).Zip(attempts.Chunk(2))) previews.Add(await PublishAsync(team, person, own[0], own[^1]));
            await team.CloseAsync(Ct);
            won.AddRange(Judged(previews, team.Teams.Posts(team.Team.General).Single(post => post.Versions == 2)));
        }
        return [.. won.Distinct(StringComparer.Ordinal)];
    }

    private static async Task<JsonElement> PublishAsync(World team, SimulatedPerson person, string one, string other)
    {
        var author = new Author(team, person)
        {
            Typed =
            {
                ["title"] = $"{one} works", ["usualWay"] = other, ["aiRole"] = one, ["humanCheck"] = other, ["notWhen"] = one, ["howToTry"] = $"{other} helps", ["tool"] = "Claude", ["withName"] = "true",
                ["evidence"] = "https://wiki.contoso.com/[a](b)*c*_d_)",
            },
        };
        var preview = await author.PreviewAsync();
        await author.PressAsync(preview, StoryPreviewCard.Verb);
        return preview;
    }

    private static IEnumerable<string> Judged(List<JsonElement> previews, ReceivedActivity digest)
    {
        var (seen, shown) = (previews.SelectMany(StoriesOn.Card).ToList(), StoriesOn.Card(digest.Card!.Value));
        return
        [
            .. shown.Count == previews.Count ? Array.Empty<string>() : [$"The digest shows {shown.Count} of {previews.Count} stories: the attack looked at nothing."],
            .. shown.Where(story => !seen.Exists(preview => story.All(line => preview.Contains(line, StringComparer.Ordinal)))).Select(story => $"No author saw “{string.Join(" / ", story)}”."),
            .. previews.Append(digest.Card!.Value).SelectMany(StoriesOn.Elements).Where(Acts).Select(element => $"More than text: {element.GetRawText()}"),
            .. seen.Concat(shown).SelectMany(story => story).Where(IsMore).Select(line => $"Not plain: “{line}”"),
            // The second line is the one that an author has signed.
            .. seen.Concat(shown).SelectMany(story => story.Where((_, place) => place != 1)).Where(line => GivenAway.Any(part => Plain(line).Contains(part, StringComparison.Ordinal))).Select(line => $"Somebody is given away: “{line}”"),
            .. digest.Content.GetRawText().Contains("\"mention", StringComparison.OrdinalIgnoreCase) ? ["The digest mentions somebody."] : Array.Empty<string>(),
        ];
    }

    /// <summary>Whether an element of a case study is anything but text and the buttons of votes.</summary>
    private static bool Acts(JsonElement element) =>
        element.TryGetProperty("selectAction", out _) || element.TryGetProperty("url", out _)
        || (element.TryGetProperty("type", out var type) && type.GetString() is not ("TextBlock" or "Container" or "ActionSet" or "Action.Execute"));

    /// <summary>Whether a line holds what a client would take for markup, or what is not seen as it is written.</summary>
    private static bool IsMore(string line) =>
        Markup().IsMatch(StoriesOn.WithoutLabel(line).Replace("\\\\", "", StringComparison.Ordinal)) || Piled().IsMatch(line)
        || line.EnumerateRunes().Any(letter => Rune.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);

    private static string Plain(string line) =>
        string.Concat(line.Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(letter => Rune.IsLetterOrDigit(letter)).Select(letter => Rune.ToLowerInvariant(letter).ToString()));

    /// <summary>Emphasis, links, code, HTML and functions of the renderer where no backslash keeps them plain; headings and lists at the beginning.</summary>
    [GeneratedRegex(@"(?<!\\)[*_\[\]`~<>{}]|^[#+-]|^\d+[.)]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Markup();

    /// <summary>More accents on one letter than any language has.</summary>
    [GeneratedRegex(@"\p{M}{5}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Piled();
}
