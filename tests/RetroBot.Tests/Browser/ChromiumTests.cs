using Xunit;

namespace RetroBot.Tests.Browser;

public sealed class ChromiumTests
{
    [Fact]
    public async Task A_browser_that_was_asked_for_and_is_not_there_is_named_with_the_setting()
    {
        var failure = await Assert.ThrowsAsync<FileNotFoundException>(() => Chromium.FindAsync("/nowhere/chromium"));

        Assert.Contains("RETROBOT_CHROMIUM names /nowhere/chromium", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_was_asked_for_is_taken_as_it_is()
    {
        var asked = Environment.ProcessPath!;

        var found = await Chromium.FindAsync(asked);

        Assert.Equal(asked, found.Path);
        Assert.Empty(found.Environment);
    }

    [Fact]
    public async Task Without_a_wish_a_browser_is_found()
    {
        var found = await Chromium.FindAsync(asked: null);

        Assert.True(File.Exists(found.Path));
    }
}
