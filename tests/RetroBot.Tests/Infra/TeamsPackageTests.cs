using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using RetroBot.Host.Web;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>What <c>infra/teams/package.mjs</c> writes, as Teams reads it.</summary>
public sealed class TeamsPackageTests
{
    private static readonly string[] WithTab = ["--sign-in", TeamsPackage.SignIn];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_what_the_latest_schemas_of_Teams_say(bool withTab)
    {
        var package = await TeamsPackage.WriteAsync(Ct, withTab ? WithTab : []);

        Assert.Equal("[]", await JudgeAsync(package, _ => null));
    }

    [Theory]
    [InlineData("manifest.json", "\"personal\"", "\"channel\"")]
    [InlineData("manifest.json", "\"developer\": {", "\"maker\": {")]
    [InlineData("manifest.json", "\"#006A7A\"", "\"teal\"")]
    [InlineData("manifest.json", "/v1.", "/v0.")]
    [InlineData("de.json", "bots[0].commandLists[0].commands[0].title", "bots[1].commandLists[0].commands[0].title")]
    [InlineData("ja.json", "\"description.short\": \"", "\"description.short\": \"01234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task What_does_not_fit_the_schemas_is_found(string file, string good, string bad)
    {
        var package = await TeamsPackage.WriteAsync(Ct, WithTab);

        var found = await JudgeAsync(package, name => name == file ? (good, bad) : null);

        Assert.Contains(file, found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_exactly_the_files_that_the_manifest_names()
    {
        var package = await TeamsPackage.WriteAsync(Ct);

        var icons = package.Manifest.GetProperty("icons");
        var languages = package.Manifest.GetProperty("localizationInfo").GetProperty("additionalLanguages").EnumerateArray().Select(language => language.GetProperty("file").GetString()!);
        Assert.Equal(["manifest.json", icons.GetProperty("color").GetString()!, icons.GetProperty("outline").GetString()!, .. languages], package.Files.Keys);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(TeamsPackage.Folder, "color.png"), Ct), package.Files["color.png"]);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes()
    {
        var (one, other) = (await TeamsPackage.WriteAsync(Ct, WithTab), await TeamsPackage.WriteAsync(Ct, WithTab));

        Assert.Equal(one.Archive, other.Archive);
    }

    [Fact]
    public async Task The_bot_takes_files_in_personal_chats_and_teams_and_the_tab_is_where_RetroBot_serves_it()
    {
        var manifest = (await TeamsPackage.WriteAsync(Ct, WithTab)).Manifest;

        var bot = Assert.Single(manifest.GetProperty("bots").EnumerateArray());
        Assert.Equal(TeamsPackage.Bot, bot.GetProperty("botId").GetString());
        Assert.Equal(["personal", "team"], bot.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!));
        Assert.True(bot.GetProperty("supportsFiles").GetBoolean());

        var tab = Assert.Single(manifest.GetProperty("staticTabs").EnumerateArray(), tab => tab.GetProperty("entityId").GetString() == "catalog");
        Assert.Equal($"https://{TeamsPackage.Host}{TabSignIn.Path}", tab.GetProperty("contentUrl").GetString());
        Assert.Equal($"https://{TeamsPackage.Host}/catalog", tab.GetProperty("websiteUrl").GetString());
        Assert.Equal(TeamsPackage.SignIn, manifest.GetProperty("webApplicationInfo").GetProperty("id").GetString());
        Assert.Equal($"api://{TeamsPackage.Host}/{TeamsPackage.SignIn}", manifest.GetProperty("webApplicationInfo").GetProperty("resource").GetString());
        Assert.Equal([TeamsPackage.Host], manifest.GetProperty("validDomains").EnumerateArray().Select(domain => domain.GetString()!));
        var developer = manifest.GetProperty("developer");
        Assert.Equal(
            [PublicDocument.Privacy.Path, PublicDocument.Terms.Path, PublicDocument.Support(new SupportContact(new ConfigurationManager())).Path],
            ((string[])["privacyUrl", "termsOfUseUrl", "websiteUrl"]).Select(name => developer.GetProperty(name).GetString()!.Replace($"https://{TeamsPackage.Host}/", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_an_application_to_sign_in_with_there_is_no_tab_and_no_text_for_it()
    {
        var package = await TeamsPackage.WriteAsync(Ct);

        Assert.False(package.Manifest.TryGetProperty("staticTabs", out _));
        Assert.False(package.Manifest.TryGetProperty("webApplicationInfo", out _));
        Assert.All(package.Files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)), file => Assert.DoesNotContain("staticTabs", Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_asks_for_no_permission_over_a_team_and_for_no_device()
    {
        var manifest = (await TeamsPackage.WriteAsync(Ct, WithTab)).Manifest;

        Assert.False(manifest.TryGetProperty("authorization", out _));
        Assert.False(manifest.TryGetProperty("devicePermissions", out _));
        Assert.Equal(["identity", "messageTeamMembers"], manifest.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()!));
    }

    [Theory]
    [InlineData("--bot", "retrobot", "--bot is retrobot: a GUID such as 11111111-2222-3333-4444-555555555555 is needed.")]
    [InlineData("--host", "https://retrobot.contoso.com", "--host is https://retrobot.contoso.com: a host name such as retrobot.contoso.com is needed, without https://, port or path.")]
    [InlineData("--host", "retrobot.contoso.com/tab", "--host is retrobot.contoso.com/tab: a host name")]
    [InlineData("--host", "retrobot.contoso.com:443", "--host is retrobot.contoso.com:443: a host name")]
    [InlineData("--host", "localhost", "--host is localhost: a host name")]
    [InlineData("--sign-in", "", "--sign-in is empty: a GUID")]
    [InlineData("--terms", "http://contoso.com/terms", "--terms is http://contoso.com/terms: an https address is needed.")]
    [InlineData("--developer", "A name that is much longer than Teams allows", "--developer must have 1 to 32 characters.")]
    [InlineData("--app", TeamsPackage.Bot, "Unknown option '--app'")]
    public async Task Wrong_input_is_refused_with_what_is_needed_and_nothing_is_written(string option, string value, string message)
    {
        var file = Path.Combine(Path.GetTempPath(), $"retrobot-{Guid.NewGuid():N}.zip");

        var refused = await TeamsPackage.RunAsync(Ct, ["--bot", TeamsPackage.Bot, "--host", TeamsPackage.Host, "--out", file, option, value]);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(refused.Output, line => line.StartsWith(message, StringComparison.Ordinal));
        Assert.Contains(refused.Output, line => line.StartsWith("Usage: ", StringComparison.Ordinal));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task All_that_is_missing_is_said_at_once()
    {
        var refused = await TeamsPackage.RunAsync(Ct);

        Assert.StartsWith("--bot is missing", refused.Output[0], StringComparison.Ordinal);
        Assert.StartsWith("--host is missing", refused.Output[1], StringComparison.Ordinal);
    }

    private static Task<string> JudgeAsync(TeamsPackage package, Func<string, (string Good, string Bad)?> mistake) =>
        NodeScript.ReadAsync("check-manifest.mjs", Ct, [.. package.Files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)).Select(file => (file.Key, With(file.Value, mistake(file.Key))))]);

    private static byte[] With(byte[] file, (string Good, string Bad)? mistake)
    {
        if (mistake is not var (good, bad)) return file;
        var text = Encoding.UTF8.GetString(file);
        Assert.Contains(good, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(good, bad, StringComparison.Ordinal));
    }
}
