using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The replies of a turn whose caller wants them in the answer to its request.</summary>
public class ExpectedReplies
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity> activities = default)
    {
        Activities = activities;
    }

    [JsonProperty(PropertyName = "activities")]
    public IList<Activity> Activities { get; set; }
}
