using System.Text.Json;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using RetroBot.Core.People;

namespace RetroBot.Host.Teams;

/// <summary>Turns a request body into an activity, or says why it is none.</summary>
internal static class ActivityBody
{
    /// <summary>Bytes. Teams' own activities stay far below; a message's limit is 100 KB ("Format your bot messages", Microsoft Learn).</summary>
    public const int Longest = 256 * 1024;

    private const int DeepestJson = 32;

    /// <summary>Reads at most <see cref="Longest"/> bytes.</summary>
    /// <returns>Null when there are more.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Longest) return null;
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, ct)) > 0;)
        {
            if (body.Length + read > Longest) return null;
            await body.WriteAsync(chunk.AsMemory(0, read), ct);
        }
        return body.ToArray();
    }

    /// <returns>The activity; or null with the reason, which never repeats what was sent.</returns>
    public static (Activity? Activity, string Reason) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestJson });
            if (Shape.WrongIn(json.RootElement) is { } wrong) return (null, wrong);
        }
        // The latter where a name is no text: bytes that are no UTF-8, or half a character.
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return (null, "The body is not JSON.");
        }

        try
        {
            using var text = new StreamReader(new MemoryStream(body.ToArray()));
            using var reader = new Newtonsoft.Json.JsonTextReader(text);
            var activity = HttpHelper.BotMessageSerializer.Deserialize<Activity>(reader);
            return activity is null ? (null, "The body is not an activity.") : (activity, "");
        }
        catch (Exception wrong) when (wrong is Newtonsoft.Json.JsonException or FormatException or ArgumentException or OverflowException or InvalidCastException)
        {
            return (null, "The body is not an activity: a field has the wrong type.");
        }
    }

    /// <summary>What every activity of the Teams channel has. Anything else never reaches the adapter.</summary>
    private static class Shape
    {
        private static readonly string[] UploadFields = ["name", "uploadUrl", "contentUrl", "uniqueId", "fileType"];

        public static string? WrongIn(JsonElement activity)
        {
            if (activity.ValueKind != JsonValueKind.Object) return "The body is not an activity: an object was expected.";
            if (HasTwins(activity)) return "The body is not an activity: two fields of an object have the same name.";
            if (Text(activity, "type") is not { } type) return "The activity has no type.";
            if (Text(activity, "channelId") is not "msteams") return "RetroBot takes activities of the channel msteams only.";
            if (!Uri.TryCreate(Text(activity, "serviceUrl"), UriKind.Absolute, out var service) || (service.Scheme != Uri.UriSchemeHttps && service.Scheme != Uri.UriSchemeHttp))
                return "The activity's serviceUrl is not an http or https address.";
            foreach (var party in (string[])["from", "recipient", "conversation"])
            {
                if (!activity.TryGetProperty(party, out var account) || !Identifiers.IsValid(Text(account, "id"))) return $"The activity's {party} has no id.";
            }
            return type == "invoke" ? WrongInInvoke(activity) : null;
        }

        /// <summary>The library reads names case-blind, and of two alike the last: what is checked here must be what it reads.</summary>
        private static bool HasTwins(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => FieldsHaveTwins(element),
            JsonValueKind.Array => element.EnumerateArray().Any(HasTwins),
            _ => false,
        };

        private static bool FieldsHaveTwins(JsonElement element)
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var field in element.EnumerateObject())
                if (!names.Add(field.Name) || HasTwins(field.Value)) return true;
            return false;
        }

        private static string? WrongInInvoke(JsonElement activity)
        {
            if (Text(activity, "name") is not { } name) return "The invoke has no name.";
            if (name == "fileConsent/invoke") return WrongInConsent(activity);
            if (name != "adaptiveCard/action") return null;
            if (!activity.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Object
                || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
                return "The invoke has no action.";
            if (Text(action, "type") is not "Action.Execute" || Text(action, "verb") is null) return "The invoke's action is not an Action.Execute with a verb.";
            return action.TryGetProperty("data", out var data) && data.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)
                ? "The invoke's data is not an object."
                : null;
        }

        private static string? WrongInConsent(JsonElement activity)
        {
            if (!activity.TryGetProperty("value", out var value) || Text(value, "action") is not ("accept" or "decline")) return "The invoke neither accepts a file nor declines it.";
            if (value.TryGetProperty("context", out var context) && context.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) return "The invoke's context is not an object.";
            if (!value.TryGetProperty("uploadInfo", out var upload) || upload.ValueKind == JsonValueKind.Null) return null;
            return upload.ValueKind == JsonValueKind.Object && UploadFields.All(name => !upload.TryGetProperty(name, out var field) || field.ValueKind is JsonValueKind.Null || Text(upload, name) is not null)
                ? null
                : "The invoke's upload info is not an object with texts.";
        }

        private static string? Text(JsonElement element, string name)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
            try
            {
                return value.GetString() is { Length: > 0 } text ? text : null;
            }
            catch (InvalidOperationException)
            {
                return null; // half a surrogate pair, which JSON can hold and text cannot
            }
        }
    }
}
