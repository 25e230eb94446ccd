using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Plumbline.Acceptance;

/// <summary>Hears all that a program logs, at every level, and what it prints: feed a marked name through a journey, then look for it here.</summary>
/// <remarks>Printing is the whole process's: a class that listens to it belongs into the collection <see cref="Printing"/>.</remarks>
internal sealed class Overheard : ILoggerProvider, ILogger
{
    /// <summary>Name of the collection whose tests run one after the other.</summary>
    public const string Printing = "Printing";

    private readonly ConcurrentQueue<string> lines = new();
    private readonly TextWriter[]? before;
    private readonly StringWriter printed = new();

    /// <param name="printing">Whether to take what is printed as well, until this is disposed.</param>
    public Overheard(bool printing = false)
    {
        if (!printing) return;
        before = [Console.Out, Console.Error];
        var both = TextWriter.Synchronized(printed);
        Console.SetOut(both);
        Console.SetError(both);
    }

    /// <summary>Everything so far.</summary>
    public string Text => string.Join('\n', lines) + "\n" + printed;

    /// <summary>Fails if any of the words was said.</summary>
    public void KnowsNothingOf(params string[] words) =>
        Assert.All(words, word => Assert.DoesNotContain(word, Text, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        lines.Enqueue($"scope {state}");
        return null;
    }

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");

    /// <summary>Gives printing back.</summary>
    public void Dispose()
    {
        if (before is not [var output, var error]) return;
        Console.SetOut(output);
        Console.SetError(error);
    }
}
