using RetroBot.Core.People;

namespace RetroBot.Host.Local;

/// <summary>The made-up organisation that lives in the Agents Playground: one team, and everybody in it. Ids are the same on every machine and after every start.</summary>
internal static class DemoTenant
{
    public const string TeamConversation = "19:5b0c7e1df2a94f0c8a3d6e9b4c21f780@thread.tacv2";
    public const string TeamName = "Product team";
    public const string TeamGroup = "2f6d0a51-6c0e-4b0e-9d6b-7a1c5e3f9042";
    public const string SecondChannel = "19:8e2f4a6b1c3d4e5f9a7b0c2d4e6f8a1b@thread.tacv2";
    public const string PersonalChat = "a:9d3c1b7e-personal";
    public const string GroupChat = "19:c4a7d2e9f1b84c6d8e0f3a5b7c9d1e2f@thread.v2";
    public const string Bot = "28:6a1f3c58-0d2e-4b7a-8c94-e5f6071b2d3c";
    public const string BotName = "RetroBot";

    public static TenantId Id { get; } = new("b3f9c2d4-7e61-4a58-9c0f-1d2e3f4a5b6c");

    /// <summary>Who sits at the Playground: the newcomer who tries RetroBot.</summary>
    public static DemoPerson You { get; } = Person(0, "Alex", "Rivera");

    /// <summary>The Playground knows five more people, neither more nor fewer.</summary>
    public static IReadOnlyList<DemoPerson> InPlayground { get; } =
    [
        Person(1, "Bea", "Lindqvist"), Person(2, "Chidi", "Okafor"), Person(3, "Dana", "Katz"), Person(4, "Emi", "Tanaka"), Person(5, "Farid", "Haddad"),
    ];

    /// <summary>Members whom the Playground does not know: with six people no split of a question could be shown.</summary>
    public static IReadOnlyList<DemoPerson> Simulated { get; } =
    [
        Person(6, "Gaia", "Conti"), Person(7, "Hugo", "Silva"), Person(8, "Ines", "Moreau"), Person(9, "Jonas", "Weber"), Person(10, "Kavya", "Iyer"),
        Person(11, "Liam", "Byrne"), Person(12, "Mina", "Park"), Person(13, "Noor", "Rahman"), Person(14, "Oskar", "Nowak"), Person(15, "Petra", "Novak"),
        Person(16, "Quinn", "Avery"), Person(17, "Rosa", "Campos"), Person(18, "Sami", "Virtanen"), Person(19, "Tala", "Reyes"),
    ];

    /// <summary>Everybody but <see cref="You"/>: all of them answer.</summary>
    public static IReadOnlyList<DemoPerson> Teammates { get; } = [.. InPlayground, .. Simulated];

    private static DemoPerson Person(int number, string givenName, string surname) =>
        new(new UserId($"4d7a91c3-2b5e-4f80-a6d1-0c9e8b7f6a{number:x2}"), $"29:1demo-{number:00}-{givenName.ToLowerInvariant()}", givenName, surname);
}
