namespace RetroBot.Tests.Crashes;

/// <summary>When the service dies of a call.</summary>
internal enum KillMoment
{
    /// <summary>The call was made; it never arrives.</summary>
    Before,

    /// <summary>The call has taken effect; the service never hears of it.</summary>
    After,
}
