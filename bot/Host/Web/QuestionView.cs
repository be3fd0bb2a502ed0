namespace RetroBot.Host.Web;

/// <summary>What all teams answered to one question, and what that rests on.</summary>
/// <param name="Notes">Whole sentences.</param>
public sealed record QuestionView(ChartData Chart, IReadOnlyList<string> Notes);
