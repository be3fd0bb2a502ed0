using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>Storage goes out of reach when half of the catalog has been read.</summary>
public sealed class BrokenDownloadTests(StorageEmulator emulator)
{
    private const int Rows = 600;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats => ["csv", "json", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task It_is_told_and_no_part_of_a_file_is_sent(string format)
    {
        var store = new Mock<ICaseStudyStore>(MockBehavior.Strict);
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct, change: services => services.AddSingleton(store.Object));
        store.Setup(studies => studies.PublishedAsync(It.IsAny<TenantId>(), It.IsAny<CancellationToken>())).Returns(() => Half());

        using var answer = await seat.GetAsync($"api/catalog.{format}", seat.Token(), Ct);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Null(answer.Content.Headers.ContentDisposition);

        async IAsyncEnumerable<CaseStudy> Half()
        {
            await ValueTask.CompletedTask;
            for (var number = 0; number < Rows / 2; number++) yield return SampleStudies.Published(seat.Team("blue"), number);
            throw new StorageUnavailableException("Storage is out of reach.");
        }
    }
}
