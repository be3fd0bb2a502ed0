using Microsoft.Playwright;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>The package's icons, as Teams asks for them: drawn as SVG, shown as PNG.</summary>
public sealed class TeamsIconTests(HeadlessBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public async Task A_picture_is_what_its_drawing_shows(string name, int size)
    {
        var page = await browser.OpenPageAsync(new() { ViewportSize = new() { Width = size, Height = size } });
        await page.SetContentAsync($"<style>body {{ margin: 0; background: transparent }} svg {{ display: block }}</style>{await File.ReadAllTextAsync(Path.Combine(TeamsPackage.Folder, $"{name}.svg"), Ct)}");
        var drawn = Path.Combine(Clone.Artifacts, "teams", $"{name}.png");
        await page.ScreenshotAsync(new() { Path = drawn, OmitBackground = true });
        await page.CloseAsync();

        var (ours, fresh) = (await LookAsync(Path.Combine(TeamsPackage.Folder, $"{name}.png")), await LookAsync(drawn));

        Assert.True(ours.Pixels.Zip(fresh.Pixels).All(pair => Math.Abs(pair.First - pair.Second) <= 16), $"{name}.svg was changed: look at {drawn}, and copy it to infra/teams.");
    }

    [Fact]
    public async Task The_colour_icon_fills_192_pixels_and_its_symbol_the_middle()
    {
        var icon = await LookAsync(Path.Combine(TeamsPackage.Folder, "color.png"));

        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Points(), point => Assert.Equal(255, point.Alpha));
        // Teams may cut the corners off.
        Assert.All(icon.Points().Where(point => point.X is < 36 or >= 156 || point.Y is < 36 or >= 156), point => Assert.Equal((0x00, 0x6a, 0x7a), (point.Red, point.Green, point.Blue)));
    }

    [Fact]
    public async Task The_outline_icon_is_white_on_nothing_32_pixels_wide_and_without_a_margin()
    {
        var icon = await LookAsync(Path.Combine(TeamsPackage.Folder, "outline.png"));

        Assert.Equal((32, 32), (icon.Width, icon.Height));
        var drawn = icon.Points().Where(point => point.Alpha > 0).ToList();
        Assert.All(drawn, point => Assert.Equal((255, 255, 255), (point.Red, point.Green, point.Blue)));
        Assert.InRange(drawn.Count, 32 * 32 / 5, 32 * 32 * 3 / 5);
        Assert.Equal((0, 31, 0, 31), (drawn.Min(point => point.X), drawn.Max(point => point.X), drawn.Min(point => point.Y), drawn.Max(point => point.Y)));
    }

    private async Task<Picture> LookAsync(string file)
    {
        var page = await browser.OpenPageAsync();
        try
        {
            var pixels = await page.EvaluateAsync<int[]>(
                """
                async address => {
                  const image = new Image();
                  image.src = address;
                  await image.decode();
                  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
                  canvas.drawImage(image, 0, 0);
                  return [image.width, image.height, ...canvas.getImageData(0, 0, image.width, image.height).data];
                }
                """,
                $"data:image/png;base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(file, Ct))}");
            return new Picture(pixels[0], pixels[1], pixels[2..]);
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    /// <param name="Pixels">Row by row: red, green, blue and alpha of each.</param>
    private sealed record Picture(int Width, int Height, int[] Pixels)
    {
        public IEnumerable<(int X, int Y, int Red, int Green, int Blue, int Alpha)> Points() =>
            Pixels.Chunk(4).Select((point, at) => (at % Width, at / Width, point[0], point[1], point[2], point[3]));
    }
}
