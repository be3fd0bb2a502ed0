namespace RetroBot.Core.Deliveries;

/// <summary>Why nothing can be sent into a person's own chat, until they write to RetroBot or install it.</summary>
public enum ChatBarrier
{
    Blocked,
    NotInstalled,
}
