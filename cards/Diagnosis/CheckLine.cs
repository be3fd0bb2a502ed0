namespace RetroBot.Cards.Diagnosis;

public sealed record CheckLine(CheckSubject Subject, CheckState State, IReadOnlyList<Remark> Remarks);
