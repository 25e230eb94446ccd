using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Plumbline.Core;

/// <summary>An immutable set of texts, compared and sorted ordinally. Sets of equal texts are equal.</summary>
/// <remarks>A plain sorted set would compare by the machine's culture, for which two texts that differ only in an invisible character are one.</remarks>
[CollectionBuilder(typeof(TextSet), nameof(Create))]
public sealed class TextSet : IReadOnlyCollection<string>, IEquatable<TextSet>
{
    private readonly ImmutableSortedSet<string> texts;

    private TextSet(ImmutableSortedSet<string> texts) => this.texts = texts;

    /// <summary>The set without a text.</summary>
    public static TextSet Empty { get; } = new(ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>The set of these texts; what is given twice counts once.</summary>
    public static TextSet Create(params ReadOnlySpan<string> texts) => new(ImmutableSortedSet.Create(StringComparer.Ordinal, texts));

    /// <summary>The set of these texts; what is given twice counts once.</summary>
    public static TextSet From(IEnumerable<string> texts) => new(ImmutableSortedSet.CreateRange(StringComparer.Ordinal, texts));

    /// <summary>How many texts.</summary>
    public int Count => texts.Count;

    /// <summary>Whether the text is in the set.</summary>
    public bool Contains(string text) => texts.Contains(text);

    /// <summary>What is in one or the other.</summary>
    public TextSet Union(TextSet other) => other.Count == 0 ? this : Count == 0 ? other : new(texts.Union(other.texts));

    /// <summary>What is in both.</summary>
    public TextSet Intersect(TextSet other) => new(texts.Intersect(other.texts));

    /// <summary>Whether every text of the other is here.</summary>
    public bool IsSupersetOf(TextSet other) => other.texts.All(texts.Contains);

    /// <summary>Whether every text here is in the other.</summary>
    public bool IsSubsetOf(TextSet other) => other.IsSupersetOf(this);

    /// <summary>In ordinal order.</summary>
    public IEnumerator<string> GetEnumerator() => texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(TextSet? other) => other is not null && texts.SequenceEqual(other.texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextSet);

    /// <inheritdoc/>
    public override int GetHashCode() => texts.Aggregate(0, HashCode.Combine);

    /// <summary>The texts, separated by commas.</summary>
    public override string ToString() => string.Join(", ", texts);
}
