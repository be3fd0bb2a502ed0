using System.Text.Json;
using System.Text.RegularExpressions;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Welcome;
using RetroBot.Tests.Cards.Speaking;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>The package's words, in every language: those of the commands are the ones that RetroBot understands.</summary>
public sealed partial class TeamsTextsTests
{
    /// <summary>In the order of the manifest's lists. Teams shows ten commands of a scope at most on older clients.</summary>
    private static readonly HelpScope[] Scopes = [HelpScope.Personal, HelpScope.Channel];

    private static readonly string[] CommandParts = ["title", "description"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_language_that_RetroBot_speaks_is_there_with_every_text()
    {
        var package = await PackageAsync();

        var tags = package.Manifest.GetProperty("localizationInfo").GetProperty("additionalLanguages").EnumerateArray().Select(language => language.GetProperty("languageTag").GetString()!).ToList();
        Assert.Equal("en", package.Manifest.GetProperty("localizationInfo").GetProperty("defaultLanguageTag").GetString());
        Assert.Equal(Others().Select(TagOf), tags);
        var keys = KeysOf(package.Manifest).Order(StringComparer.Ordinal).ToList();
        Assert.All(tags, tag => Assert.Equal(keys, package.Read($"{tag}.json").EnumerateObject().Select(text => text.Name).Where(name => name != "$schema").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Commands_are_written_as_RetroBot_understands_and_explains_them()
    {
        var package = await PackageAsync();

        foreach (var (scope, list) in Scopes.Index())
        {
            var english = Commands(package, scope).ToList();
            Assert.InRange(english.Count, 1, 10);
            foreach (var (position, (title, description)) in english.Index())
            {
                var command = CommandWords.Find(title, list);
                Assert.NotNull(command);
                Assert.Equal((TextFiles.English[$"Command.{command}"], TextFiles.English[$"Command.{command}.Text"]), (title, description));
                foreach (var language in Others())
                {
                    var texts = package.Read($"{TagOf(language)}.json");
                    var at = $"bots[0].commandLists[{scope}].commands[{position}]";
                    Assert.Equal(TextFiles.Of(language)[$"Command.{command}"], texts.GetProperty($"{at}.title").GetString());
                    Assert.Equal(TextFiles.Of(language)[$"Command.{command}.Text"], texts.GetProperty($"{at}.description").GetString());
                }
            }
        }
    }

    [Fact]
    public async Task A_channel_is_offered_all_of_its_commands_and_a_chat_those_that_everybody_needs()
    {
        var package = await PackageAsync();

        Assert.Equal(CommandWords.In(HelpScope.Channel), Commands(package, 1).Select(command => CommandWords.Find(command.Title, HelpScope.Channel)!.Value));
        // For program owners, or on every check-in card as a button.
        Assert.Equal([Command.WhyAsked, Command.Skip, Command.Export], CommandWords.In(HelpScope.Personal).Except(Commands(package, 0).Select(command => CommandWords.Find(command.Title, HelpScope.Personal)!.Value)));
    }

    [Fact]
    public async Task No_text_is_longer_than_Teams_shows()
    {
        var package = await PackageAsync();
        var description = package.Manifest.GetProperty("description");
        List<(string Name, string Text)> texts =
        [
            .. package.Files.Keys.Where(file => file.EndsWith(".json", StringComparison.Ordinal) && file != "manifest.json").SelectMany(file => package.Read(file).EnumerateObject().Select(text => (text.Name, text.Value.GetString()!))),
            ("description.short", description.GetProperty("short").GetString()!),
            ("description.full", description.GetProperty("full").GetString()!),
            .. Scopes.Index().SelectMany(scope => Commands(package, scope.Index)).SelectMany(command => new[] { (".title", command.Title), (".description", command.Description) }),
        ];

        Assert.All(texts, text => Assert.True(text.Text.Length <= LongestOf(text.Name), $"{text.Name}: {text.Text}"));
        Assert.All(texts.Where(text => text.Name == "description.full"), text => Assert.True(Word().Count(text.Text) < 500));
        // One sentence.
        Assert.All(texts.Where(text => text.Name == "description.short"), text => Assert.Equal(1, Regex.Count(text.Text, "[.。]", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public async Task Its_name_holds_none_of_Microsofts()
    {
        var manifest = (await PackageAsync()).Manifest;

        Assert.Equal("RetroBot", manifest.GetProperty("name").GetProperty("short").GetString());
        Assert.DoesNotMatch("Teams|Microsoft|Copilot|Azure", manifest.GetProperty("name").GetRawText());
    }

    private static Task<TeamsPackage> PackageAsync() => TeamsPackage.WriteAsync(Ct, "--sign-in", TeamsPackage.SignIn);

    private static IEnumerable<Language> Others() => Languages.All.Where(language => language != Languages.English);

    // Teams compares tags as they are written, and writes them in lower case.
    private static string TagOf(Language language) => language.Tag.Replace("BR", "br", StringComparison.Ordinal);

    private static IEnumerable<(string Title, string Description)> Commands(TeamsPackage package, int list) =>
        package.Manifest.GetProperty("bots")[0].GetProperty("commandLists")[list].GetProperty("commands").EnumerateArray().Select(command => (command.GetProperty("title").GetString()!, command.GetProperty("description").GetString()!));

    /// <summary>What of a manifest is said in words.</summary>
    private static IEnumerable<string> KeysOf(JsonElement manifest) =>
    [
        "name.short", "name.full", "description.short", "description.full",
        .. manifest.GetProperty("staticTabs").EnumerateArray().Index().Where(tab => tab.Item.TryGetProperty("name", out _)).Select(tab => $"staticTabs[{tab.Index}].name"),
        .. manifest.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().Index().SelectMany(list =>
            list.Item.GetProperty("commands").EnumerateArray().Index().SelectMany(command => CommandParts.Select(part => $"bots[0].commandLists[{list.Index}].commands[{command.Index}].{part}"))),
    ];

    /// <summary>Characters; for commands those of older manifests, since older clients read them.</summary>
    private static int LongestOf(string name) => name switch
    {
        "name.short" => 30,
        "name.full" => 100,
        "description.short" => 80,
        "description.full" => 4000,
        _ when name.EndsWith(".title", StringComparison.Ordinal) => 32,
        _ => 128,
    };

    [GeneratedRegex(@"\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
