namespace RetroBot.Cards;

/// <summary>What one field of a card came back with.</summary>
public abstract record Field<T>
{
    private Field()
    {
    }

    public sealed record Missing : Field<T>;

    /// <summary>There is something, but not what the field takes: wrong kind, too long, out of range, or no choice of the card.</summary>
    public sealed record Invalid : Field<T>;

    public sealed record Given(T Value) : Field<T>;

    /// <summary>Reads a given value on as something narrower; null makes it invalid.</summary>
    internal Field<TNext> Then<TNext>(Func<T, TNext?> read)
        where TNext : struct => this switch
        {
            Given(var value) => read(value) is { } next ? new Field<TNext>.Given(next) : new Field<TNext>.Invalid(),
            Missing => new Field<TNext>.Missing(),
            _ => new Field<TNext>.Invalid(),
        };

    /// <inheritdoc cref="Then{TNext}(Func{T, Nullable{TNext}})"/>
    internal Field<TNext> Then<TNext>(Func<T, TNext?> read)
        where TNext : class => this switch
        {
            Given(var value) => read(value) is { } next ? new Field<TNext>.Given(next) : new Field<TNext>.Invalid(),
            Missing => new Field<TNext>.Missing(),
            _ => new Field<TNext>.Invalid(),
        };
}
