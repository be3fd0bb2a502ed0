using System.Reflection;
using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

public sealed class RedactorTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly RedactionTerms Terms = new(new("7f0c1111-2222-3333-4444-555566667777"), ["Dr. Schmidt, Anna (Contoso) | Sales", "Vincent van der Berg", "山田 太郎"], ["29:1abcDEFghiJKLmnoPQRstu", "a.schmidt@contoso.com"]);

    [Theory]
    [InlineData("I asked Anna Schmidt, and she asked 山田さん.", "I asked […], and she asked […]さん.")]
    [InlineData("Write to bob (at) example.org.", "Write to […].")]
    [InlineData("Call +49 30 1234567 on 2026-11-18.", "Call […] on 2026-11-18.")]
    [InlineData("The password: hunter2 was in the mail.", "The password: […] was in the mail.")]
    [InlineData("<at>Somebody</at> read https://contoso-my.sharepoint.com/personal/x and https://learn.microsoft.com/azure.", "[…] read […] and https://learn.microsoft.com/azure.")]
    [InlineData("Tenant 7f0c1111-2222-3333-4444-555566667777, account 29:1abcDEFghiJKLmnoPQRstu.", "Tenant […], account […].")]
    public void What_gives_somebody_away_is_taken_out(string text, string clean) => Assert.Equal(clean, Redactor.Redact(text, Terms).Text);

    [Fact]
    public void Each_mark_has_its_reason_and_its_original_in_order()
    {
        var redacted = Redactor.Redact("Anna: a@b.example, then 030/1234567", Terms);

        Assert.Equal("[…]: […], then […]", redacted.Text);
        Assert.Equal([new(RedactionReason.Name, "Anna"), new(RedactionReason.EmailAddress, "a@b.example"), new(RedactionReason.PhoneNumber, "030/1234567")], redacted.Redactions);
    }

    [Fact]
    public void No_part_of_the_redactor_is_given_a_logger() =>
        Assert.DoesNotContain(
            typeof(Redactor).Assembly.GetTypes().Where(type => type.Namespace == typeof(Redactor).Namespace)
                .SelectMany(type => type.GetFields(Everything).Select(field => field.FieldType).Concat(type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))),
            type => type.Namespace?.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal) == true);

    [Fact]
    public void What_was_taken_out_does_not_get_into_a_message() =>
        Assert.DoesNotContain("Anna", $"{Redactor.Redact("Anna", Terms).Redactions[0]}", StringComparison.Ordinal);
}
