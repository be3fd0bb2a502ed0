namespace RetroBot.Host.Deliveries;

/// <summary>So many requests in any stretch of time of this length.</summary>
internal readonly record struct RequestWindow(int Requests, TimeSpan Within);
