using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Host.Local;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>Who is signed in is so on every instance, and is sealed under the master key alone.</summary>
public sealed partial class SessionTests(StorageEmulator emulator) : IDisposable
{
    private readonly string keyFile = Path.GetTempFileName();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(keyFile);

    [Fact]
    public async Task Whoever_signed_in_at_one_instance_is_signed_in_at_the_other_and_nowhere_under_another_key()
    {
        await WriteKeyAsync();
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await WriteKeyAsync();
        await using var stranger = await StartAsync();

        var cookie = await SignInAsync(first);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, cookie));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, cookie));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(stranger, cookie));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(first, cookie[..^4] + "AAAA"));
    }

    [Fact]
    public async Task What_is_sealed_opens_for_its_purpose_alone_and_whole_alone()
    {
        await WriteKeyAsync();
        await using var bot = await StartAsync();
        var provider = bot.Services.GetRequiredService<IDataProtectionProvider>();
        var (one, other, nested) = (provider.CreateProtector("one"), provider.CreateProtector("other"), provider.CreateProtector("o").CreateProtector("ne"));
        var plain = Encoding.UTF8.GetBytes("who reads");
        var bytes = one.Protect(plain);

        Assert.Equal(plain, one.Unprotect(bytes));
        Assert.NotEqual(bytes, one.Protect(plain));
        Assert.ThrowsAny<CryptographicException>(() => other.Unprotect(bytes));
        Assert.ThrowsAny<CryptographicException>(() => nested.Unprotect(bytes));
        for (var length = 0; length < bytes.Length; length++) Assert.ThrowsAny<CryptographicException>(() => one.Unprotect(bytes[..length]));
        for (var position = 0; position < bytes.Length; position++)
        {
            var touched = bytes.ToArray();
            touched[position] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => one.Unprotect(touched));
        }
    }

    private static async Task<string> SignInAsync(RunningBot bot)
    {
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = bot.Http.BaseAddress };
        using var form = await visitor.GetAsync(new Uri("sign-in", UriKind.Relative), Ct);
        var token = Token().Match(await form.Content.ReadAsStringAsync(Ct)).Groups["token"].Value;
        using var answer = await visitor.PostAsync(new Uri("sign-in/local", UriKind.Relative), new FormUrlEncodedContent([new("as", "owner"), new("__RequestVerificationToken", token)]), Ct);
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("retrobot=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningBot bot, string cookie)
    {
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = bot.Http.BaseAddress };
        visitor.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await visitor.GetAsync(new Uri("catalog", UriKind.Relative), Ct);
        return answer.StatusCode;
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    private Task WriteKeyAsync() => File.WriteAllTextAsync(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Ct);

    private async Task<RunningBot> StartAsync() => await RunningBot.StartAsync(
        await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), TimeProvider.System,
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["RetroBot:MasterKey:File"] = keyFile, ["RetroBot:Web:Tenants:0"] = DemoTenant.Id.Value }, ct: Ct);
}
