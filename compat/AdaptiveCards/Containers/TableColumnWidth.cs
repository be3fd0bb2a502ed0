namespace AdaptiveCards;

internal sealed record TableColumnWidth(double Pixels, double Weight);
