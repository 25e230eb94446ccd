namespace Plumbline.Cli.Demo;

/// <summary>Something that happens in the story: when, and what officers then do through the gate.</summary>
/// <param name="At">Scenes are played in this order; those of one moment in the order of the script.</param>
/// <param name="Kind">For the progress bar: <c>lists</c>, <c>reports</c>, <c>people</c>, <c>searches</c>, <c>sources</c>.</param>
internal sealed record Scene(DateTimeOffset At, string Kind, Func<CancellationToken, Task> Play);
