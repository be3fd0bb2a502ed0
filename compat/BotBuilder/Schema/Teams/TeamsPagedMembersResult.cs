using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>One page of a roster; there is another while <see cref="ContinuationToken"/> is set.</summary>
public class TeamsPagedMembersResult
{
    public TeamsPagedMembersResult()
    {
    }

    public TeamsPagedMembersResult(string continuationToken = default, IList<ChannelAccount> members = default)
    {
        ContinuationToken = continuationToken;
        Members = [.. members.Select(member => JObject.FromObject(member).ToObject<TeamsChannelAccount>())];
    }

    [JsonProperty(PropertyName = "continuationToken")]
    public string ContinuationToken { get; set; }

    [JsonProperty(PropertyName = "members")]
    public IList<TeamsChannelAccount> Members { get; set; }
}
