using System.Globalization;
using System.Net.Http.Headers;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace RetroBot.Tests.Local;

/// <summary>One table by bare HTTP: the least that shows whether an emulator kept its data.</summary>
internal sealed class SmallTable(string connectionString) : IDisposable
{
    private const string Name = "kept";
    private readonly Dictionary<string, string> parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).ToDictionary(part => part.Split('=')[0], part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);
    private readonly HttpClient http = new();

    public Task CreateAsync(CancellationToken ct) => SendAsync(HttpMethod.Post, "Tables", $$"""{"TableName":"{{Name}}"}""", HttpStatusCode.Created, ct);

    public Task AddAsync(string row, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, Name, $$"""{"PartitionKey":"p","RowKey":"{{row}}"}""", HttpStatusCode.Created, ct);

    public Task<string> ReadAsync(string row, CancellationToken ct) => SendAsync(HttpMethod.Get, $"{Name}(PartitionKey='p',RowKey='{row}')", null, HttpStatusCode.OK, ct);

    public void Dispose() => http.Dispose();

    private async Task<string> SendAsync(HttpMethod method, string resource, string? body, HttpStatusCode expected, CancellationToken ct)
    {
        var uri = new Uri($"{parts["TableEndpoint"]}/{resource}");
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{date}\n/{parts["AccountName"]}{uri.AbsolutePath}");
        using var request = new HttpRequestMessage(method, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "SharedKeyLite", $"{parts["AccountName"]}:{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(parts["AccountKey"]), signed))}");
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-version", "2019-02-02");
        request.Headers.Accept.ParseAdd("application/json");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        Assert.True(response.StatusCode == expected, $"{method} {resource}: {response.StatusCode} {answer}");
        return answer;
    }
}
