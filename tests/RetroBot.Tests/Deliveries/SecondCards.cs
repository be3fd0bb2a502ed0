using RetroBot.Cards.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Deliveries;

/// <summary>Rounds of three days in which those who have not answered are reminded, and what came to people in them.</summary>
internal static class SecondCards
{
    public const string Reminder = "A friendly reminder";
    public const string MayHaveComeBefore = "You may have this card already";

    public static TimeSpan HalfWay { get; } = TimeSpan.FromHours(36);

    public static async Task<World> WithRemindersAsync(StorageEmulator emulator, int members, CancellationToken ct)
    {
        var world = await World.StartAsync(emulator, members, ct);
        await RemindAsync(world, ct);
        return world;
    }

    public static async Task RemindAsync(World world, CancellationToken ct)
    {
        await world.InstallAsync(ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "friday", ["time"] = "09:30", ["zone"] = "UTC", ["openDays"] = "3", ["reminds"] = "true" }, ct);
    }

    public static Func<ConnectorRequest, bool> Sends(SimulatedPerson person) => request => request.IsSend && request.Person == person;

    /// <summary>First cards and second ones.</summary>
    public static IReadOnlyList<string> AllOf(World world, SimulatedPerson person) =>
        [.. world.Teams.Inbox(person).Select(received => received.Card?.GetRawText() ?? "").Where(card => card.Contains(CheckInCard.Verb, StringComparison.Ordinal))];

    /// <summary>Why each second card came.</summary>
    public static IReadOnlyList<string> Of(World world, SimulatedPerson person) =>
        [.. AllOf(world, person).SelectMany(card => ((string[])[Reminder, MayHaveComeBefore]).Where(reason => card.Contains(reason, StringComparison.Ordinal)))];
}
