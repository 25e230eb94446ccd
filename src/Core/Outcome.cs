using System.Text.Json.Serialization;

namespace Plumbline.Core;

/// <summary>Why the system declined: a stable code for programs and captions, a sentence for people.</summary>
/// <param name="Code">Dotted and lower-case, such as <c>grade.needs-conditions</c>; never changes once released.</param>
/// <param name="Detail">One English sentence: what was refused, by which rule, and who or what can lift it.</param>
public sealed record Refusal(string Code, string Detail)
{
    /// <summary>What the caption of the code has places for, by the name of the place; null where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Values { get; init; }
}

/// <summary>The answer of a use case: done with a value, or refused with a reason that the officer can act on.</summary>
/// <remarks>A fault (lost database, broken invariant) is an exception, never an outcome.</remarks>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <summary>It was done.</summary>
    public sealed record Done(T Value) : Outcome<T>;

    /// <summary>It was declined; nothing changed but the audit log.</summary>
    public sealed record Refused(Refusal Reason) : Outcome<T>;

    /// <summary>A value is an outcome that was done.</summary>
    public static implicit operator Outcome<T>(T value) => new Done(value);

    /// <summary>A refusal is an outcome too.</summary>
    public static implicit operator Outcome<T>(Refusal why) => new Refused(why);

    /// <summary>The reason of a refusal.</summary>
    /// <exception cref="InvalidOperationException">It was not refused.</exception>
    public Refusal Why => this is Refused refused ? refused.Reason : throw new InvalidOperationException("It was not refused.");

    /// <summary>The next step on the value, or the same refusal.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => this switch
    {
        Done done => next(done.Value),
        Refused refused => refused.Reason,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
