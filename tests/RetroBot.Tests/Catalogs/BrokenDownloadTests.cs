using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>Storage goes out of reach when half of the catalog is on its way.</summary>
public sealed class BrokenDownloadTests(StorageEmulator emulator)
{
    /// <summary>More than are read at once.</summary>
    private const int Rows = 6_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats => ["csv", "json", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_transfer_fails_and_no_file_looks_complete(string format)
    {
        var reads = 0;
        var store = new Mock<ICaseStudyStore>(MockBehavior.Strict);
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct, change: services => services.AddSingleton(store.Object));
        store.Setup(studies => studies.PublishedAsync(It.IsAny<TenantId>(), It.IsAny<CancellationToken>())).Returns(() => Published(lastRead: ++reads == 3));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/catalog.{format}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seat.Token());

        using var answer = await seat.Bot.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Content.Headers.ContentLength);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(HttpRequestError.ResponseEnded, failure.HttpRequestError);
        Assert.Equal(3, reads);

        async IAsyncEnumerable<CaseStudy> Published(bool lastRead)
        {
            await ValueTask.CompletedTask;
            for (var number = 0; number < Rows; number++)
            {
                if (lastRead && number == Rows / 2) throw new StorageUnavailableException("Storage is out of reach.");
                yield return SampleStudies.Published(seat.Team("blue"), number);
            }
        }
    }
}
