namespace RetroBot.Host.Local;

/// <summary>What a developer reads when everything is up: where each part is, and what to do next.</summary>
internal sealed record LocalBanner(LocalFolder Local, Uri Messages, Azurite? Azurite, Playground? Playground, bool Demo)
{
    public override string ToString() => $"""

          RetroBot is running on this machine

            service       {Messages.AbsoluteUri}
            storage       {(Azurite is null ? "as configured" : $"Azurite, port {Azurite.Port}, {State(Azurite.WasRunning)}")}
            Teams client  {(Playground is null ? "off" : $"{Client(Playground)}  Agents Playground, {State(Playground.WasRunning)}; other machines in your network can reach it")}
            demo team     {(Playground is null || !Demo ? "off" : $"{DemoTenant.Teammates.Count} simulated teammates, who answer within seconds")}
            catalog       {new Uri(Messages, "/catalog").AbsoluteUri}{(Playground is null || !Demo ? "" : "  made-up case studies to search")}
        {(Playground is null ? "" : Steps(Playground))}
          Ctrl-C ends all of it. What is kept lies in {Local.Data}; delete that to start afresh.

        """;

    private static string Client(Playground playground) => playground.Address.OriginalString;

    private static string State(bool wasRunning) => wasRunning ? "found running" : "started";

    private static string Steps(Playground playground) => $"""

          Try it, in two minutes

            1  Open {Client(playground)} and choose the channel General. RetroBot says hello.
            2  Start a post: type @, choose {DemoTenant.BotName} from the list, add   open now   and post it.   (setup: day, time, tools)
            3  Go to Personal Chat and answer the card.
            4  Back in General, post   @{DemoTenant.BotName} close now   in the same way. The digest appears, your answer in it.

        """;
}
