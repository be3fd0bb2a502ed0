using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>Addresses, numbers, links, mentions and ids.</summary>
public sealed class ContactTests
{
    private static readonly RedactionTerms Terms = new(new("contoso-tenant"), [], ["aad-object-1", "29:1abcDEFghiJKLmnoPQRstu", "pat.lee@contoso.com", "9a8b7c6d-1111-4222-9333-abcdefabcdef"]);

    [Theory]
    [InlineData("a@b.example, <x.y+z@sub.b-c.example>, (q@b.example).", "[…], <[…]>, ([…]).")]
    [InlineData("josé@münchen.example and 用户@例子.example", "[…] and […]")]
    [InlineData("メールはtaro@example.jpです", "メールは[…]です")]
    [InlineData("t\u200Baro@exam\u200Bple.com and ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ and tаro@example.com", "[…] and […] and […]")]
    [InlineData("pat at example dot org, pat (at) example.org, pat[at]example[dot]org, pat AT example DOT org", "[…], […], […], […]")]
    [InlineData("pat punkt lee ät example punkt de; pat arroba example punto com; pat arroba example ponto com ponto br", "[…]; […]; […]")]
    [InlineData("pat @ example.org", "[…]")]
    [InlineData("look at example.org, meet at noon, at node dot js, 3@2, react@18.2.0, actions/checkout@v4", "look at example.org, meet at noon, at node dot js, 3@2, react@18.2.0, actions/checkout@v4")]
    public void Addresses(string text, string clean) => Assert.Equal(clean, Redact(text));

    [Theory]
    [InlineData("+1 425 555 0142|+1 (425) 555-0142|(425) 555-0142|425-555-0142|425.555.0142|1-425-555-0142|425-555-0142 x12|+14255550142")]
    [InlineData("020 7946 0958|+44 20 7946 0958|+44 (0)20 7946 0958|07700 900123|0044 20 7946 0958")]
    [InlineData("030 23125 4711|030/23125-4711|(030) 231254711|0171 3920045|+49 171 3920045|0049-30-23125")]
    [InlineData("01 99 00 12 34|01.99.00.12.34|0199001234|+33 1 99 00 12 34|+33(0)199001234")]
    [InlineData("612 345 678|91 123 45 67|+34 612 345 678|+34612345678|55 5012 3456|+52 55 5012 3456|+54 9 11 4321-5678")]
    [InlineData("(11) 91234-5678|11 91234-5678|(11) 3003-1234|+55 11 91234-5678|91234-5678|0800 123 4567")]
    [InlineData("03-1234-5678|090-1234-5678|０９０−１２３４−５６７８|03(1234)5678|0120-345-678|+81 3 1234 5678|09012345678")]
    [InlineData("050 123 4567|٠٥٠ ١٢٣ ٤٥٦٧|+966 50 123 4567|٠٠٩٦٦٥٠١٢٣٤٥٦٧|01012345678|+20 10 1234 5678|+971 4 555 0100")]
    public void Numbers_that_call_somebody(string numbers) => Assert.All(numbers.Split('|'), number => Assert.Equal("Ring […], please", Redact($"Ring {number}, please")));

    [Theory]
    [InlineData("Tel. 4711-23|Durchwahl 4711|ext. 4711|Phone: 555-0142|内線4711|هاتف ٤٧١١٢")]
    public void A_number_that_is_called_one(string numbers) => Assert.All(numbers.Split('|'), number => Assert.Contains(Redactor.Mark, Redact(number), StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-11-18, 18.11.2026, 18/11/2026, 2026/11/18, 02.03.2026 14:30, 09:30:15, 2026-W47, 2019-2024, 3.7., 20261118")]
    [InlineData("12,450.00 USD, 12.450,00 €, 1 250 000, 1,204,556 rows, +15 %, -20 %, 3.14159265, 0.123456789, 99.97%")]
    [InlineData("1.2.3.4, 10.0.19045.3570, 192.168.100.200, v2.14.0, 0x80070005, ISO 27001:2022, RFC 7231")]
    [InlineData("INC0012345, #0612345678, ticket 0612345678, Rechnung Nr. 0301234567, 0145-778, 4500123456, CEP 01310-100, 100-0001")]
    [InlineData("2 h 15 min, 3 x 24, 118-124, 1-2-3, 10/12, 7 of 9, 1. 2. 3.")]
    public void Numbers_that_call_nobody(string text) => Assert.Equal(text, Redact(text));

    [Theory]
    [InlineData("https://user:secret@host.example/x")]
    [InlineData("https://host.example/x?sig=abc&y=1")]
    [InlineData("https://host.example/x#access_token=abc")]
    [InlineData("https://host.example/cb?code=0.AX8A9kLm2")]
    [InlineData("https://contoso.sharepoint.com/:x:/s/team/EaBcD3f")]
    [InlineData("https://contoso-my.sharepoint.com/personal/pat_contoso_com/Documents/a.xlsx")]
    [InlineData("drive.google.com/file/d/1AbC/view")]
    [InlineData("https://host.example/d/8f3Kq9LmZ2xV7bN4wTsYp6")]
    [InlineData("https://host.example/9a8b7c6d-1111-4222-9333-abcdefabcdee/view")]
    [InlineData("https://hooks.slack.com/services/T00/B00/x")]
    [InlineData("mongodb+srv://pilot:x@db.example/ai")]
    public void A_link_that_opens_something_goes_whole(string link) => Assert.Equal(["see […].", "([…])", "[text]([…])", "見る：[…]。"], new[] { $"see {link}.", $"({link})", $"[text]({link})", $"見る：{link}。" }.Select(Redact));

    [Theory]
    [InlineData("https://learn.microsoft.com/en-us/azure/storage/common/storage-account-overview?tabs=azure-portal")]
    [InlineData("https://github.com/dotnet/runtime/commit/9fceb02d0ae598e95dc970b74767f19372d61af8")]
    [InlineData("git@github.com:dotnet/runtime and ssh://git@github.com/dotnet/runtime")]
    [InlineData("https://en.wikipedia.org/wiki/Key_(cryptography), www.example.org, and/or, 24/7, text/html")]
    [InlineData("https://blog.example/2026/11/18/how-we-cut-review-time-by-40-percent-with-3-prompts")]
    [InlineData("https://x.example/search?q=prompt&lang=en&page=2&id=1234567")]
    public void A_plain_public_link_stays(string text) => Assert.Equal(text, Redact(text));

    [Theory]
    [InlineData("<at>Pat Lee</at> and <at id=\"0\">Pat</at>, &lt;at&gt;Pat&lt;/at&gt;", "[…] and […], […]")]
    [InlineData("@Pat, @[Pat Lee](29:1x), ＠pat.lee and (@パット)さん", "[…], […], […] and ([…])さん")]
    [InlineData("@Override, @types/node, @media, a @ b, 3 @ 4 EUR", "@Override, @types/node, @media, a @ b, 3 @ 4 EUR")]
    public void Mentions_are_taken_out_and_annotations_stay(string text, string clean) => Assert.Equal(clean, Redact(text));

    [Theory]
    [InlineData("tenant contoso-tenant", "tenant […]")]
    [InlineData("AAD-OBJECT-1, (aad-object-1)", "[…], ([…])")]
    [InlineData("29:1abcDEFghiJKLmnoPQRstu and 29:1zzzDEFghiJKLmnoPQRstu", "[…] and […]")]
    [InlineData("9a8b7c6d-1111-4222-9333-abcdefabcdef, 9a8b7c6d111142229333abcdefabcdef", "[…], […]")]
    [InlineData("any other a5b6c7d8-9eaf-4b01-8c23-4d5e6f7a8b9c too", "any other […] too")]
    [InlineData("アカウントpat.leeが pat.lees", "アカウント[…]が pat.lees")]
    [InlineData("at 29:30 or 19:00 and aad-object-12", "at 29:30 or 19:00 and aad-object-12")]
    public void Ids_are_taken_out(string text, string clean) => Assert.Equal(clean, Redact(text));

    private static string Redact(string text) => Redactor.Redact(text, Terms).Text;
}
