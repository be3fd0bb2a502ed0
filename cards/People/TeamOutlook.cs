namespace RetroBot.Cards.People;

/// <summary>When a team's members are asked.</summary>
public abstract record TeamOutlook
{
    private TeamOutlook()
    {
    }

    public sealed record Open(Moment Until) : TeamOutlook;

    public sealed record Waiting(Moment Opens) : TeamOutlook;

    /// <summary>No lead has set RetroBot up.</summary>
    public sealed record NotSetUp : TeamOutlook;

    internal string Text(Texts texts) => this switch
    {
        Open(var until) => texts.Format("MyTeams.Open", until.Local(texts)),
        Waiting(var opens) => texts.Format("MyTeams.Next", opens.Local(texts)),
        _ => texts["MyTeams.NotSetUp"],
    };
}
