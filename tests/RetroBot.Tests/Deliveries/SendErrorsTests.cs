using Microsoft.Bot.Schema;
using Microsoft.Rest;
using NodaTime;
using RetroBot.Host.Teams;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>The table of refusals, held against what Microsoft documents and what Teams is seen to answer.</summary>
public sealed class SendErrorsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 16, 12, 0);

    public static TheoryData<int, string, string> Documented => new()
    {
        { 412, Error("PreconditionFailed"), "TryLater" },
        { 429, Error("Throttled"), "TryLater" },
        { 503, "<html>busy</html>", "TryLater" },
        { 502, "", "Ambiguous" },
        { 504, Error("GatewayTimeout"), "Ambiguous" },
        { 500, Error("ServiceError"), "Ambiguous" },
        { 403, Error("ConversationBlockedByUser"), "Blocked" },
        { 403, Error("MessageWritesBlocked"), "Blocked" },
        { 403, """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread does not allow it.\"}"}""", "Blocked" },
        { 403, """{"error":{"code":"Forbidden","innerHttpError":{"statusCode":403,"body":{"errorCode":209}}}}""", "Blocked" },
        { 403, """{"error":{"code":"Forbidden","message":"{\"subCode\":\"MessageWritesBlocked\"}"}}""", "Blocked" },
        { 403, Error("BotNotInConversationRoster"), "NotInstalled" },
        { 403, Error("BotDisabledByAdmin"), "DisabledByAdmin" },
        { 403, Error("SomethingNew"), "Unexplained" },
        { 403, """{"error":{"code":"Forbidden","message":"Not MessageWritesBlocked, nor 209."}}""", "Unexplained" },
        { 403, "{ not JSON", "Unexplained" },
        { 403, """{"error":"ConversationBlockedByUser"}""", "Unexplained" },
        { 401, Error("BotNotRegistered"), "NotRegistered" },
        { 401, Error("Unauthorized"), "NotRegistered" },
        { 404, Error("ConversationNotFound"), "ChatGone" },
        { 404, Error("MemberNotFoundInConversation"), "Unreachable" },
        { 413, Error("MessageSizeTooBig"), "TooBig" },
        { 500, Error("UserNotFound"), "Unreachable" },
        { 400, Error("BadSyntax"), "Unexplained" },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    public void A_refusal_means_what_is_documented(int status, string body, string meaning)
    {
        Assert.Equal(meaning, $"{SendErrors.MeaningOf(Refusal.Of(new ErrorResponseException { Response = Response(status, body) }, Now))}");
        Assert.Equal(meaning, $"{SendErrors.MeaningOf(Refusal.Of(new HttpOperationException { Response = Response(status, body) }, Now))}");
    }

    [Fact]
    public void Every_row_of_the_table_can_be_reached() =>
        Assert.All(SendErrors.Rules.Index(), row => Assert.DoesNotContain(SendErrors.Rules.Take(row.Index), earlier => earlier.Status == row.Item.Status && (earlier.Code is null || earlier.Code == row.Item.Code)));

    [Fact]
    public void A_call_without_an_answer_may_have_been_carried_out_and_a_429_that_the_library_keeps_nothing_of_was_not()
    {
        Assert.Equal(SendMeaning.Ambiguous, SendErrors.MeaningOf(Refusal.Of(new HttpRequestException("cut"), Now)));
        Assert.Equal(SendMeaning.TryLater, SendErrors.MeaningOf(Refusal.Of(new Microsoft.Bot.Connector.Authentication.ThrottleException(), Now)));
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0", 0)]
    [InlineData("Mon, 16 Nov 2026 12:02:00 GMT", 120)]
    [InlineData("Mon, 16 Nov 2026 11:00:00 GMT", 0)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void Retry_After_is_seconds_or_a_date(string? header, int? seconds)
    {
        using var message = new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests);
        if (header is not null) message.Headers.TryAddWithoutValidation("Retry-After", header);

        var refusal = Refusal.Of(new ErrorResponseException { Response = new HttpResponseMessageWrapper(message, "") }, Now);

        Assert.Equal(seconds is { } known ? Duration.FromSeconds(known) : null, refusal.RetryAfter);
    }

    [Fact]
    public void A_code_that_might_be_a_person_or_a_text_is_not_said() =>
        Assert.Equal("no code", Refusal.Of(new ErrorResponseException { Response = Response(403, """{"error":{"code":"29:1abc-def","subCode":"Member 1 said no","errorCode":"0b1c2d3e-0000-4000-8000-000000000000"}}""") }, Now).Code);

    private static string Error(string code) => $$"""{"error": {"code": "{{code}}", "message": "Scripted."} }""";

    private static HttpResponseMessageWrapper Response(int status, string body)
    {
        using var message = new HttpResponseMessage((System.Net.HttpStatusCode)status);
        return new HttpResponseMessageWrapper(message, body);
    }
}
