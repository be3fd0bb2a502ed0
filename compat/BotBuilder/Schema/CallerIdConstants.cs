namespace Microsoft.Bot.Schema;

/// <summary>Who called the bot, as <see cref="Activity.CallerId"/> says.</summary>
public static class CallerIdConstants
{
    public const string PublicAzureChannel = "urn:botframework:azure";

    public const string USGovChannel = "urn:botframework:azureusgov";
}
