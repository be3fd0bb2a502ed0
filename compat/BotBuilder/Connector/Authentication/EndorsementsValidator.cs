namespace Microsoft.Bot.Connector.Authentication;

public static class EndorsementsValidator
{
    /// <summary>Whether a key is endorsed for a channel. An activity that claims no channel needs no endorsement.</summary>
    public static bool Validate(string expectedEndorsement, HashSet<string> endorsements)
    {
        if (string.IsNullOrEmpty(expectedEndorsement))
            return true;

        ArgumentNullException.ThrowIfNull(endorsements);
        return endorsements.Contains(expectedEndorsement);
    }
}
