namespace RetroBot.Host.Privacy.Redaction;

/// <summary>A text that others may see.</summary>
/// <param name="Text">Clean, with <see cref="Redactor.Mark"/> where something was taken out.</param>
/// <param name="Redactions">What was taken out, in order of appearance.</param>
internal sealed record RedactedText(string Text, IReadOnlyList<Redaction> Redactions);
