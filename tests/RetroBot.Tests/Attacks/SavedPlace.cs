namespace RetroBot.Tests.Attacks;

/// <summary>What the emulator's file tells of a row beyond the row itself.</summary>
/// <param name="Place">Among the rows of its table.</param>
/// <param name="Number">Given out one after the other as rows are added.</param>
/// <param name="Created">Milliseconds.</param>
internal sealed record SavedPlace(int Place, long Number, long Created);
