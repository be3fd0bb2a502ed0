namespace RetroBot.Tests.Running;

/// <summary>Some tests are a sample of something larger, in order to end in minutes: with <c>RETROBOT_FULL=true</c> they do all of it.</summary>
internal static class FullRun
{
    public static bool IsAsked { get; } = string.Equals(Environment.GetEnvironmentVariable("RETROBOT_FULL"), "true", StringComparison.OrdinalIgnoreCase);
}
