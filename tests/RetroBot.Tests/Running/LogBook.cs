using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RetroBot.Tests.Running;

/// <summary>Everything that a service logged, at every level.</summary>
[ProviderAlias(Alias)]
public sealed class LogBook : ILoggerProvider, ISupportExternalScope
{
    /// <summary>By which settings name it, as they do <c>Console</c>.</summary>
    public const string Alias = "LogBook";

    private readonly ConcurrentQueue<LogLine> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<LogLine> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    /// <param name="Text">As it reads in a console, exception included.</param>
    /// <param name="Fields">What a structured log keeps beside the text: the line's own values, and those of every scope around it.</param>
    public sealed record LogLine(LogLevel Level, string Category, string Text, IReadOnlyList<KeyValuePair<string, string>> Fields);

    private List<KeyValuePair<string, string>> FieldsOf(object? state)
    {
        List<KeyValuePair<string, string>> fields = [];
        Add(state);
        scopes.ForEachScope((scope, _) => Add(scope), state: 0);
        return fields;

        void Add(object? values)
        {
            if (values is IEnumerable<KeyValuePair<string, object?>> pairs) fields.AddRange(pairs.Select(pair => KeyValuePair.Create(pair.Key, $"{pair.Value}")));
            else if (values is not null) fields.Add(KeyValuePair.Create("", $"{values}"));
        }
    }

    private sealed class Logger(string category, LogBook book) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => book.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book.lines.Enqueue(new LogLine(
                logLevel, category, $"{formatter(state, exception)}{(exception is null ? "" : Environment.NewLine + exception)}", book.FieldsOf(state)));
    }
}
