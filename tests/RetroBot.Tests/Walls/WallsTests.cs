using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Walls;

public sealed class WallsTests
{
    [Fact]
    public void Only_the_adapters_name_the_technologies_they_adapt()
    {
        var files = Repository.Files().Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || IsProject(path)).ToList();

        Assert.Contains("bot/Core/Rounds/Round.cs", files, StringComparer.Ordinal);
        Assert.Empty(files.SelectMany(path => SourceWalls.Breaches(path, Repository.Read(path))));
    }

    [Theory]
    [InlineData("bot/Host/Rounds/A.cs", "using Microsoft.Bot.Builder;")]
    [InlineData("bot/Host/Rounds/A.cs", "using static Microsoft.Bot.Builder.Teams.TeamsInfo;")]
    [InlineData("bot/Host/Rounds/A.cs", "using Turn = Microsoft.Bot.Builder.ITurnContext;")]
    [InlineData("bot/Host/Rounds/A.cs", "var turn = new global::Microsoft.Bot.Schema.Activity();")]
    [InlineData("bot/Host/Rounds/A.cs", "Microsoft .\n  @Bot.Schema.Activity activity;")]
    [InlineData("bot/Host/Rounds/A.cs", "var address = \"http://x\"; Microsoft.Bot.Schema.Activity activity;")]
    [InlineData("bot/Host/Rounds/A.cs", "Type.GetType(\"Microsoft.Bot.Schema.Activity\")")]
    [InlineData("bot/Host/Rounds/A.cs", "using M = Microsoft; M.Bot.Schema.Activity activity;")]
    [InlineData("bot/Host/Rounds/A.cs", "namespace Microsoft.Rounds; Bot.Schema.Activity activity;")]
    [InlineData("bot/Host/Teams/A.cs", "global using Microsoft.Bot.Builder;")]
    [InlineData("bot/Host/RetroBot.Host.csproj", "<Using Include=\"Microsoft.Bot.Builder\" />")]
    [InlineData("bot/Host/Deliveries/A.cs", "catch (Microsoft.Rest.HttpOperationException)")]
    [InlineData("bot/Host/Teams/A.cs", "using Azure.Data.Tables;")]
    [InlineData("bot/Host/Storage/A.cs", "using Microsoft.Bot.Builder;")]
    [InlineData("bot/Host/Storage/A.cs", "using AdaptiveCards;")]
    [InlineData("bot/Host/Teams/A.cs", "AdaptiveCards.AdaptiveCard card;")]
    [InlineData("bot/Host/Program.cs", "Azure.Data.Tables.TableClient client;")]
    [InlineData("bot/Core/A.cs", "using Azure.Data.Tables;")]
    [InlineData("cards/A.cs", "using Microsoft.Bot.Schema;")]
    public void A_breach_is_seen(string path, string text) => Assert.NotEmpty(SourceWalls.Breaches(path, text));

    [Theory]
    [InlineData("bot/Host/Teams/A.cs", "using Microsoft.Bot.Builder;")]
    [InlineData("bot/Host/Storage/A.cs", "using Azure.Data.Tables;")]
    [InlineData("cards/A.cs", "using AdaptiveCards;")]
    [InlineData(SourceWalls.WhereCardsAreAttached, "using AdaptiveCards;")]
    [InlineData("bot/Host/Rounds/A.cs", "// Microsoft.Bot.Builder sends it\n/* AdaptiveCards. */ using RetroBot.Cards;")]
    [InlineData("bot/Host/Rounds/A.cs", "using Azure.Identity;")]
    [InlineData("tests/RetroBot.Tests/A.cs", "using Microsoft.Bot.Builder;")]
    public void What_is_allowed_is_no_breach(string path, string text) => Assert.Empty(SourceWalls.Breaches(path, text));

    [Fact]
    public void Projects_reference_what_they_may() => Assert.Empty(Repository.Files().Where(IsProject).SelectMany(path => ProjectWalls.Breaches(path, Repository.Read(path))));

    [Theory]
    [InlineData("bot/Core/RetroBot.Core.csproj", "<ProjectReference Include=\"../../cards/RetroBot.Cards.csproj\" />")]
    [InlineData("bot/Core/RetroBot.Core.csproj", "<PackageReference Include=\"Azure.Core\" />")]
    [InlineData("bot/Core/RetroBot.Core.csproj", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")]
    [InlineData("cards/RetroBot.Cards.csproj", "<ProjectReference Include=\"../bot/Core/RetroBot.Core.csproj\" />")]
    [InlineData("cards/RetroBot.Cards.csproj", "<ProjectReference Include=\"../compat/AdaptiveCards/RetroBot.Compat.AdaptiveCards.csproj\" />")]
    [InlineData("cards/RetroBot.Cards.csproj", "<PackageReference Include=\"AdaptiveCards\" />")]
    [InlineData("bot/Host/RetroBot.Host.csproj", "<ProjectReference Include=\"..\\..\\compat\\DataTables\\RetroBot.Compat.DataTables.csproj\" />")]
    [InlineData("compat/BotBuilder/RetroBot.Compat.BotBuilder.csproj", "<ProjectReference Include=\"../AdaptiveCards/RetroBot.Compat.AdaptiveCards.csproj\" />")]
    [InlineData("compat/ClientRuntime/RetroBot.Compat.ClientRuntime.csproj", "<ProjectReference Include=\"../BotBuilder/RetroBot.Compat.BotBuilder.csproj\" />")]
    [InlineData("bot/Another/RetroBot.Another.csproj", "")]
    public void A_reference_that_breaches_a_wall_is_seen(string path, string item) =>
        Assert.NotEmpty(ProjectWalls.Breaches(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>"));

    [Fact]
    public void Core_reaches_neither_the_world_nor_a_clock() => Assert.Empty(CoreReach.Breaches(typeof(Round).Assembly.Location));

    [Fact]
    public void An_assembly_that_reaches_the_world_is_seen()
    {
        var breaches = CoreReach.Breaches(typeof(WallsTests).Assembly.Location).ToList();

        Assert.Contains("System.IO.File", breaches, StringComparer.Ordinal);
        Assert.Contains("RetroBot.Core", breaches, StringComparer.Ordinal);
    }

    [Fact]
    public void Nothing_names_a_package_feed() => Assert.Empty(Repository.Files().SelectMany(path => ForeignSources.Breaches(path, () => Repository.Read(path))));

    [Theory]
    [InlineData("nuget.config", "")]
    [InlineData("bot/NuGet.Config", "")]
    [InlineData("infra/local/package-lock.json", "\"resolved\": \"https://feed.example/azurite.tgz\"")]
    [InlineData("infra/local/.npmrc", "fund=false\nregistry=https://feed.example/")]
    [InlineData("infra/local/.npmrc", "@scope:registry = https://feed.example/")]
    [InlineData("infra/local/.npmrc", "//feed.example/:_authToken=x")]
    [InlineData("Directory.Build.props", "<RestoreSources>https://feed.example</RestoreSources>")]
    [InlineData("bot/Host/RetroBot.Host.csproj", "<RestoreAdditionalProjectSources>x</RestoreAdditionalProjectSources>")]
    public void A_named_feed_is_seen(string path, string text) => Assert.NotEmpty(ForeignSources.Breaches(path, () => text));

    [Fact]
    public void What_npm_is_told_here_names_no_feed() =>
        Assert.Empty(ForeignSources.Breaches("infra/local/.npmrc", () => "omit-lockfile-registry-resolved=true\n# registry=none\nfund=false"));

    private static bool IsProject(string path) => path.EndsWith(".csproj", StringComparison.Ordinal);
}
