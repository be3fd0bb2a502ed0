namespace RetroBot.Core.CheckIns;

/// <summary>Bytes that are no answer. The message names the field and never holds what stood there.</summary>
public sealed class AnswerFormatException : Exception
{
    public AnswerFormatException()
    {
    }

    public AnswerFormatException(string message) : base(message)
    {
    }

    public AnswerFormatException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
