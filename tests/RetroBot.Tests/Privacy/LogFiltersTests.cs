using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RetroBot.Host.Privacy;
using Xunit;

namespace RetroBot.Tests.Privacy;

/// <summary>What an operator sets of other categories stays; nothing that they set brings back lines about conversations.</summary>
public sealed class LogFiltersTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("Micro*")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("RetroBot.Host.CaseStudies.StoryShelf*")]
    public void A_rule_about_something_else_stays(string category) => Assert.Contains(Rules(category), rule => rule.CategoryName == category);

    [Theory]
    [InlineData("System.Net.Http.HttpClient.Default.ClientHandler")]
    [InlineData("System.Net.Http.HttpClient*")]
    [InlineData("System*.Default.ClientHandler.Longer")]
    public void A_rule_that_would_win_is_gone(string category) => Assert.DoesNotContain(Rules(category), rule => rule.CategoryName == category);

    private static IList<LoggerFilterRule> Rules(string category)
    {
        using var services = new ServiceCollection().AddLogging(logging => logging.AddFilter(category, LogLevel.Trace).KeepConversationsOut()).BuildServiceProvider();
        return services.GetRequiredService<IOptions<LoggerFilterOptions>>().Value.Rules;
    }
}
