using RetroBot.Cards.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>What is done for a program owner behind the answer to a press, which Teams waits for no longer than about 15 s.</summary>
internal abstract record ExportErrand(Turn Turn, PersonalChat Chat, ExportFormat Format)
{
    /// <summary>By which one that comes twice is known.</summary>
    public abstract string Key { get; }

    /// <summary>Ask whether the file may be saved.</summary>
    public sealed record Offer(Turn Turn, PersonalChat Chat, ExportFormat Format) : ExportErrand(Turn, Chat, Format)
    {
        public override string Key => $"{Turn.Tenant.Value}|{Turn.User.Value}|{Format}";
    }

    /// <summary>Save it, as the person has allowed.</summary>
    /// <param name="Code">Of the offer.</param>
    /// <param name="Asked">The message that asked; null where it is not known.</param>
    public sealed record Upload(Turn Turn, PersonalChat Chat, ExportFormat Format, string Code, string? Asked, FileDestination To) : ExportErrand(Turn, Chat, Format)
    {
        public override string Key => $"{Turn.Tenant.Value}|{Turn.User.Value}|{Code}";
    }
}
