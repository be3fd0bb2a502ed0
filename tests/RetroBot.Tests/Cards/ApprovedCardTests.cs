using System.Globalization;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Cards;

/// <summary>
/// What each card sends, approved by a person. A card that changed leaves a <c>.received.json</c> beside the approved one; <c>APPROVE=1 dotnet test</c> accepts it.
/// </summary>
public sealed class ApprovedCardTests
{
    public static TheoryData<string> Names => [.. CardGallery.All.Select(entry => entry.Name)];

    private static string Folder { get; } = Clone.Tests("Cards", "Approved");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_is_as_it_was_approved(string name)
    {
        var card = CardGallery.All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Card;
        var json = card.Render(CultureInfo.GetCultureInfo("en")).ToJson().ReplaceLineEndings("\n") + "\n";
        var (approved, received) = (Path.Combine(Folder, name + ".json"), Path.Combine(Folder, name + ".received.json"));

        if (Environment.GetEnvironmentVariable("APPROVE") is "1")
            await File.WriteAllTextAsync(approved, json, TestContext.Current.CancellationToken);

        var expected = File.Exists(approved) ? await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) : "";
        if (string.Equals(expected, json, StringComparison.Ordinal)) File.Delete(received);
        else await File.WriteAllTextAsync(received, json, TestContext.Current.CancellationToken);
        Assert.Equal(expected, json);
    }

    [Fact]
    public void Nothing_is_approved_that_no_card_sends_any_more() =>
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.EndsWith(".received", StringComparison.Ordinal))
            .Except(CardGallery.All.Select(entry => entry.Name), StringComparer.Ordinal));
}
