using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using RetroBot.Cards;
using RetroBot.Cards.Catalogs;
using RetroBot.Core.People;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Teams;

/// <summary>Reads what somebody answered to the question whether a file may be saved.</summary>
internal sealed class FileConsents(ExportConsent exports)
{
    private const int LongestName = 400;

    public Task AcceptAsync(IInvokeActivity activity, FileConsentCardResponse answer, CancellationToken ct)
    {
        var data = DataIn(answer);
        return TurnOf(activity, data) is { } turn ? exports.AcceptAsync(turn, AskedIn(activity), ExportOffer.Of(data), PlaceIn(answer.UploadInfo), ct) : Task.CompletedTask;
    }

    public Task DeclineAsync(IInvokeActivity activity, FileConsentCardResponse answer, CancellationToken ct) =>
        TurnOf(activity, DataIn(answer)) is { } turn ? exports.DeclineAsync(turn, AskedIn(activity), ct) : Task.CompletedTask;

    /// <summary>Who answers is read from the activity; in which language the question was put, from what came with it.</summary>
    private static Turn? TurnOf(IInvokeActivity activity, CardData data) =>
        ActivityIdentity.TurnOf(activity) is { } turn ? turn with { Culture = data.Language?.Culture ?? turn.Culture } : null;

    private static string? AskedIn(IInvokeActivity activity) => Identifiers.IsValid(activity.ReplyToId) ? activity.ReplyToId : null;

    private static FileDestination? PlaceIn(FileUploadInfo? upload) =>
        upload is { Name: { Length: > 0 and <= LongestName } name, UniqueId: { Length: > 0 and <= LongestName } id, FileType: { Length: > 0 and <= LongestName } type }
        && Uri.TryCreate(upload.UploadUrl, UriKind.Absolute, out var to) && Uri.TryCreate(upload.ContentUrl, UriKind.Absolute, out var content)
            ? new FileDestination(to, content, name, id, type)
            : null;

    private static CardData DataIn(FileConsentCardResponse answer)
    {
        using var document = JsonDocument.Parse((answer.Context as JObject)?.ToString(Newtonsoft.Json.Formatting.None) ?? "{}");
        return new CardData(document.RootElement.Clone());
    }
}
