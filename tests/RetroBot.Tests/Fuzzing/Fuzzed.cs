using System.Globalization;
using System.Net.Http.Headers;
using RetroBot.Host.Teams;

namespace RetroBot.Tests.Fuzzing;

/// <summary>Posts very many bodies, several at once, and remembers what must not be.</summary>
internal static class Fuzzed
{
    private const int AtOnce = 8;

    private static readonly Uri Endpoint = new("api/messages", UriKind.Relative);

    /// <param name="header">The authorization; null for none.</param>
    /// <param name="isRight">Whether a status may be answered.</param>
    /// <returns>A line for each body that was answered otherwise, or not at all within the client's patience.</returns>
    public static async Task<IReadOnlyList<string>> PostAsync(HttpClient bot, IEnumerable<(byte[] Body, string? Header)> posts, Func<int, bool> isRight, CancellationToken ct)
    {
        var wrong = new List<string>();
        await Parallel.ForEachAsync(posts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (post, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new ByteArrayContent(post.Body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            // Else the refusal of a body that is too large would come while it is still being sent.
            request.Headers.ExpectContinue = post.Body.Length > ActivityBody.Longest;
            if (post.Header is { } header) request.Headers.TryAddWithoutValidation("Authorization", header);
            var status = await StatusAsync(request, token);
            if (status is { } answered && isRight(answered)) return;
            lock (wrong) wrong.Add($"{status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}: {Convert.ToBase64String(post.Body.AsSpan(0, Math.Min(post.Body.Length, 3_000)))}");
        });
        return wrong;

        async Task<int?> StatusAsync(HttpRequestMessage request, CancellationToken token)
        {
            try
            {
                using var answer = await bot.SendAsync(request, token);
                return (int)answer.StatusCode;
            }
            catch (Exception silent) when (silent is HttpRequestException || (silent is TaskCanceledException && !token.IsCancellationRequested))
            {
                return null;
            }
        }
    }
}
