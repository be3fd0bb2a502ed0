using System.Text;

namespace RetroBot.Tests.Crashes;

/// <summary>Bytes that may be found nowhere once the round is closed, and how they could be written.</summary>
internal sealed class Trace
{
    private readonly byte[] bytes;
    private readonly string[] texts;

    public Trace(byte[] bytes) => (this.bytes, texts) = (bytes, [Convert.ToHexString(bytes), Convert.ToBase64String(bytes)]);

    public Trace(string text) => (bytes, texts) = (Encoding.UTF8.GetBytes(text), [text]);

    /// <summary>Whether it is part of what is written in a column.</summary>
    public bool IsIn(object written) => written is byte[] found
        ? found.AsSpan().IndexOf(bytes) >= 0
        : written is string text && texts.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));
}
