namespace Microsoft.Bot.Schema;

/// <summary>Activities that speak to the adapter and are never sent to a channel.</summary>
public static class ActivityTypesEx
{
    public const string Delay = "delay";

    public const string InvokeResponse = "invokeResponse";
}
