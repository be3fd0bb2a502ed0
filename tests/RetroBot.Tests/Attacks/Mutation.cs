using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks;

/// <summary>A mistake that helps an attacker.</summary>
public abstract class Mutation : Mistake
{
    /// <summary>The attacks that succeed with it. Every other by an attacker who holds the same fails as before.</summary>
    public abstract IReadOnlyList<Type> Helps { get; }
}
