namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a question for a row that is not there.</summary>
internal sealed class NoValue<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;
    public override T Value => throw new InvalidOperationException("There is no such row.");
    public override Response GetRawResponse() => response;
}
