using RetroBot.Host.Catalogs;
using RetroBot.Simulation.Files;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>A file of several parts, and a drive that fails in every way between them.</summary>
public sealed class FileUploadTests
{
    /// <summary>Three parts: two of 5 MiB, and what is left.</summary>
    private const int Length = (32 * FileUpload.Unit) + 12_345;

    private readonly TestTime time = new(World.Start);
    private readonly byte[] file = [.. Enumerable.Range(0, Length).Select(index => (byte)(index * 7 % 251))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, DriveFault?[]> Faults => new()
    {
        { "nothing", [] },
        { "429 with Retry-After", [null, new DriveFault(429, RetryAfter: TimeSpan.FromSeconds(30))] },
        { "429 without", [new DriveFault(429), new DriveFault(429)] },
        { "500", [null, new DriveFault(500)] },
        { "500 after the part has arrived", [null, new DriveFault(500, TakesEffect: true)] },
        { "503", [new DriveFault(503, RetryAfter: TimeSpan.FromSeconds(5)), null, new DriveFault(503)] },
        { "cut before", [new DriveFault(Status: null), null, new DriveFault(Status: null)] },
        { "cut after the part has arrived", [new DriveFault(Status: null, TakesEffect: true), new DriveFault(502)] },
        { "each part as often as it is tried", [.. Enumerable.Repeat(new DriveFault(503), 5), null, .. Enumerable.Repeat(new DriveFault(503), 5), null, .. Enumerable.Repeat(new DriveFault(503), 5)] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task It_arrives_whole_and_once(string _, DriveFault?[] faults)
    {
        await using var drive = await SimulatedDrive.StartAsync(Ct);
        drive.Meet(faults);

        Assert.IsType<UploadOutcome.Arrived>(await SendAsync(drive));

        Assert.Equal(file, Assert.Single(drive.Files.Values));
        Assert.DoesNotContain(drive.Requests, request => request.HasToken);
    }

    [Fact]
    public async Task The_parts_are_multiples_of_320_KiB_and_each_is_told()
    {
        await using var drive = await SimulatedDrive.StartAsync(Ct);
        List<int> told = [];

        await SendAsync(drive, told.Add);

        const int part = 16 * FileUpload.Unit;
        Assert.Equal([$"bytes 0-{part - 1}/{Length}", $"bytes {part}-{(2 * part) - 1}/{Length}", $"bytes {2 * part}-{Length - 1}/{Length}"], drive.Requests.Select(request => request.Range));
        Assert.Equal([49, 99], told);
    }

    [Fact]
    public async Task As_long_as_the_drive_asks_it_is_left_alone()
    {
        await using var drive = await SimulatedDrive.StartAsync(Ct);
        drive.Meet(new DriveFault(429, RetryAfter: TimeSpan.FromSeconds(90)));
        List<DateTimeOffset> asked = [];
        drive.Before = () =>
        {
            asked.Add(time.GetUtcNow());
            return Task.CompletedTask;
        };

        await SendAsync(drive);

        Assert.True(asked[1] - asked[0] >= TimeSpan.FromSeconds(90), $"It was asked again after {asked[1] - asked[0]}.");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_session_that_ends_between_two_parts_has_expired(int status)
    {
        await using var drive = await SimulatedDrive.StartAsync(Ct);
        drive.Meet(null, new DriveFault(status));

        Assert.IsType<UploadOutcome.Expired>(await SendAsync(drive));
    }

    [Fact]
    public async Task A_last_part_whose_answer_was_lost_is_not_known_to_have_arrived()
    {
        await using var drive = await SimulatedDrive.StartAsync(Ct);
        drive.Meet(null, null, new DriveFault(500, TakesEffect: true));

        Assert.IsType<UploadOutcome.Unconfirmed>(await SendAsync(drive));
        Assert.Equal(file, Assert.Single(drive.Files.Values));
    }

    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/a/_api/v2.0/drive/items/1/uploadSession?guid=x", true)]
    [InlineData("https://CONTOSO.SharePoint.com/x", true)]
    [InlineData("https://contoso.sharepoint.us/x", true)]
    [InlineData("https://contoso.sharepoint-mil.us/x", true)]
    [InlineData("https://contoso.sharepoint.cn/x", true)]
    [InlineData("http://contoso.sharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com:8443/x", false)]
    [InlineData("https://sharepoint.com/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/x", false)]
    [InlineData("https://evil.example/contoso.sharepoint.com", false)]
    [InlineData("https://evil.example\\@contoso.sharepoint.com/x", false)]
    [InlineData("https://me:secret@contoso.sharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com./x", false)]
    [InlineData("https://contoso.sharepoint。com.evil.example/x", false)]
    [InlineData("https://169.254.169.254/metadata", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Files_are_put_into_SharePoint_and_nowhere_else(string address, bool allowed)
    {
        var addresses = new UploadAddresses(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());

        Assert.Equal(allowed, Uri.TryCreate(address, UriKind.Absolute, out var parsed) && addresses.Allow(parsed));
    }

    private async Task<UploadOutcome> SendAsync(SimulatedDrive drive, Action<int>? told = null)
    {
        using var stream = new MemoryStream(file);
        var clients = new Moq.Mock<IHttpClientFactory>(Moq.MockBehavior.Strict);
        clients.Setup(factory => factory.CreateClient(FileUpload.Client)).Returns(() => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }));
        var sending = new FileUpload(clients.Object, time).SendAsync(new Uri(drive.NewUpload("catalog.csv")["uploadUrl"]!.GetValue<string>()), stream, percent =>
        {
            told?.Invoke(percent);
            return Task.CompletedTask;
        }, Ct);
        while (await Task.WhenAny(sending, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Ct)) != sending) time.Advance(TimeSpan.FromSeconds(1));
        return await sending;
    }
}
