namespace Microsoft.Bot.Connector.Authentication;

public class AuthenticationConfiguration
{
    /// <summary>What a signing key must be endorsed for, beside the activity's channel.</summary>
    public string[] RequiredEndorsements { get; set; } = [];
}
