using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>The secrets are invented, and put together here so that no scanner takes this file for a leak.</summary>
public sealed class SecretTests
{
    private const string Letters = "q8Zt1VxN3bR7mK5wY2cL9dF4hJ6sP0aGuEoTiXyBzCkDnMvQrWlHjSgUfIeOpA1b2C3d4E5f6G7h8J9k0LmN";
    private const string Capitals = "Q8ZT1VXN3BR7MK5WY2CL9DF4HJ6SP0AGUEOTIXYBZCKDNMVQRWLHJSGUFIEOPA";
    private const string Hexadecimal = "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0";

    [Theory]
    [InlineData("AKIA", Capitals, 16)]
    [InlineData("ASIA", Capitals, 16)]
    [InlineData("AIza", Letters, 35)]
    [InlineData("ya29.", Letters, 60)]
    [InlineData("GOCSPX-", Letters, 28)]
    [InlineData("ghp_", Letters, 36)]
    [InlineData("ghs_", Letters, 36)]
    [InlineData("github_pat_", Letters, 60)]
    [InlineData("glpat-", Letters, 20)]
    [InlineData("xoxb-", Letters, 40)]
    [InlineData("xapp-1-", Letters, 40)]
    [InlineData("123456789:AA", Letters, 33)]
    [InlineData("sk-proj-", Letters, 40)]
    [InlineData("sk-ant-api03-", Letters, 60)]
    [InlineData("hf_", Letters, 34)]
    [InlineData("sk_live_", Letters, 24)]
    [InlineData("rk_test_", Letters, 24)]
    [InlineData("AC", Hexadecimal, 32)]
    [InlineData("key-", Hexadecimal, 32)]
    [InlineData("npm_", Letters, 36)]
    [InlineData("pypi-", Letters, 60)]
    [InlineData("dckr_pat_", Letters, 27)]
    [InlineData("dop_v1_", Hexadecimal, 64)]
    [InlineData("dapi", Hexadecimal, 32)]
    [InlineData("ATATT3", Letters, 60)]
    [InlineData("shpat_", Hexadecimal, 32)]
    [InlineData("hvs.", Letters, 40)]
    [InlineData("figd_", Letters, 40)]
    [InlineData("lin_api_", Letters, 40)]
    [InlineData("", Letters, 84)]
    [InlineData("Xv8" + "8Q~", Letters, 34)]
    public void A_secret_of_a_known_shape_is_found_wherever_it_stands(string prefix, string alphabet, int length)
    {
        var secret = prefix + alphabet[..length];
        Assert.Equal(["before […], after", "「[…]」は", "x=[…]\ny"], new[] { $"before {secret}, after", $"「{secret}」は", $"x={secret}\ny" }.Select(Clean));
    }

    [Fact]
    public void A_web_token_and_a_key_in_armour_are_found()
    {
        Assert.Equal("It was […].", Clean($"It was eyJ{Letters[..20]}.eyJ{Letters[20..50]}.{Letters[..43]}."));
        Assert.Equal("The key\n[…]\nwas here", Clean($"The key\n-----BEGIN PRIVATE KEY-----\n{Letters}\n{Letters}==\n-----END PRIVATE KEY-----\nwas here"));
        Assert.Equal("The key\n[…]\nand on it goes", Clean($"The key\n-----BEGIN RSA PRIVATE KEY-----\n{Letters}\n{Letters}\nand on it goes"));
    }

    [Theory]
    [InlineData("password: hunter2, please", "password: […], please")]
    [InlineData("Password=hunter", "Password=[…]")]
    [InlineData("\"password\": \"correct horse battery\"", "\"password\": \"[…]\"")]
    [InlineData("password: `hunter`", "password: `[…]`")]
    [InlineData("the password is Hunter22!", "the password is […]")]
    [InlineData("the password for the test account is Hunter22", "the password for the test account is […]")]
    [InlineData("dbPassword = x9Kp", "dbPassword = […]")]
    [InlineData("sen\uFE0Fha: Girassol9", "sen\uFE0Fha: […]")]
    [InlineData("PIN: 4711", "PIN: […]")]
    [InlineData("Passwort： Geheim１", "Passwort： […]")]
    [InlineData("mot de passe : tournesol", "mot de passe : […]")]
    [InlineData("CONTRASEÑA: girasol", "CONTRASEÑA: […]")]
    [InlineData("contrasen\u0303a: girasol", "contraseña: […]")]
    [InlineData("senha é Girassol9", "senha é […]")]
    [InlineData("パスワードは Himawari9 です", "パスワードは […] です")]
    [InlineData("كلمة المرور: Shams99", "كلمة المرور: […]")]
    [InlineData("api_key=9f8e7d6c5b4a3928", "api_key=[…]")]
    [InlineData("Authorization: Basic cGlsb3Q6SHVudGVyMjI=", "Authorization: Basic […]")]
    [InlineData("curl -u pilot:Hunter22 -X GET", "curl -u […] -X GET")]
    [InlineData("curl --user=\"pilot:/unter22\" and -u=pilot:1234", "curl --user=\"[…]\" and -u=[…]")]
    [InlineData("PASSWORD IS Hunter2!", "PASSWORD IS […]")]
    [InlineData("Das Passwort Ist Geheim22 gewesen", "Das Passwort Ist […] gewesen")]
    [InlineData("O´Brien: password: ´hunter´", "O´Brien: password: ´[…]´")]
    [InlineData("Server=a;Pwd=two words; then", "[…] then")]
    [InlineData("see Pwd=\"two words\";Server=a b; then", "see […] then")]
    [InlineData("\"Server=a;Pwd=b\"; then it worked; and on", "\"[…]\"; then it worked; and on")]
    [InlineData("Server=a;Pwd=b c\nthen; more", "[…] c\nthen; more")]
    [InlineData("see Server=db1;User Id=x;Password=y; now", "see […] now")]
    public void A_value_that_is_called_a_secret_is_taken_out(string text, string clean) => Assert.Equal(clean, Clean(text));

    [Theory]
    [InlineData("Commit 9fceb02d0ae598e95dc970b74767f19372d61af8 and 9fceb02.")]
    [InlineData("sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 of the file.")]
    [InlineData("RetroBot.Host.Privacy.Redaction.LabelledSecrets in bot/Host/Privacy/Redaction/LabelledSecretsThatAreLong2.cs")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitän, Rechtsschutzversicherungsgesellschaften")]
    [InlineData("version 10.0.19045.3570, build 20261118.4, q1_2026_final_v2_reviewed.docx")]
    [InlineData("The token count is 4096. Tokens: 12,000. A key: value pair. The secret: patience.")]
    [InlineData("Password policy: at least 14 characters. Password resets: fewer. A passport is no password.")]
    [InlineData("The password is wrong. The password is too short. Password? Forgotten.")]
    [InlineData("Passwort vergessen, Passwörter ändern, パスワードは安全です, كلمة المرور سرية")]
    [InlineData("Basic information, bearer of news, task-management-software-development")]
    [InlineData("This is a pass: 12 of 14 tests pass.")]
    [InlineData("a=b; c=d; e=f;")]
    [InlineData("docker run -u 1000:1000, docker run --user 1000:1000 -it.")]
    [InlineData("--user https://example.org, -u https://github.com/x, sudo -u https://example.org/x:y")]
    [InlineData("A menu-u a:bcd, x--user a:bcd")]
    [InlineData("The secret = patience and time; then it works.")]
    public void Prose_and_code_that_hold_no_secret_stay(string text) => Assert.Equal(text, Clean(text));

    private static string Clean(string text) => Redactor.Redact(text, new RedactionTerms(new("tenant"), [], [])).Text;
}
