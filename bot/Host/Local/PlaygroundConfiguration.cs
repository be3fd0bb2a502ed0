using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RetroBot.Host.Local;

/// <summary>The file from which the Agents Playground takes its people and its team. Its own default has ids that are not GUIDs.</summary>
internal static class PlaygroundConfiguration
{
    public const string FileName = ".m365agentsplayground.yml";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON, which every YAML parser reads, and which leaves nothing unquoted.</summary>
    public static string Text()
    {
        var file = new JsonObject
        {
            ["version"] = "0.1.0",
            ["tenantId"] = DemoTenant.Id.Value,
            ["bot"] = new JsonObject { ["id"] = DemoTenant.Bot, ["name"] = DemoTenant.BotName },
            ["currentUser"] = Person(DemoTenant.You),
            ["users"] = new JsonArray([.. DemoTenant.InPlayground.Select(Person)]),
            ["personalChat"] = new JsonObject { ["id"] = DemoTenant.PersonalChat },
            ["groupChat"] = new JsonObject { ["id"] = DemoTenant.GroupChat, ["name"] = "Lunch" },
            ["team"] = new JsonObject
            {
                ["id"] = DemoTenant.TeamConversation,
                ["name"] = DemoTenant.TeamName,
                ["aadGroupId"] = DemoTenant.TeamGroup,
                ["channels"] = new JsonArray(new JsonObject { ["id"] = DemoTenant.SecondChannel, ["name"] = "Retrospectives" }),
            },
        };
        return file.ToJsonString(Readable);
    }

    private static JsonObject Person(DemoPerson person) => new()
    {
        ["id"] = person.ChannelAccount,
        ["name"] = person.Name,
        ["userPrincipleName"] = person.Mail, // the Playground's spelling
        ["aadObjectId"] = person.User.Value,
        ["givenName"] = person.GivenName,
        ["surname"] = person.Surname,
        ["email"] = person.Mail,
    };
}
