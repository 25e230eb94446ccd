using System.Diagnostics.CodeAnalysis;

namespace Plumbline.Core;

/// <summary>A person's name: typed parts in the order they are spoken, in one script.</summary>
public sealed record PersonName
{
    /// <summary>A name of these parts.</summary>
    /// <param name="parts">One or more, in order.</param>
    /// <param name="script">ISO 15924 code; null finds it from the text.</param>
    /// <exception cref="ArgumentException">No part, or a code that is not four ASCII letters.</exception>
    public PersonName(IReadOnlyList<NamePart> parts, string? script = null)
    {
        if (parts.Count == 0) throw new ArgumentException("A name has at least one part.", nameof(parts));
        Parts = [.. parts];
        Full = string.Join(' ', Parts.Select(part => part.Text));
        Script = script ?? Scripts.Of(Full);
        if (Script.Length != 4 || !Script.All(char.IsAsciiLetter)) throw new ArgumentException("A script has four letters.", nameof(script));
    }

    /// <summary>The parts, in order; at least one.</summary>
    public IReadOnlyList<NamePart> Parts { get; }

    /// <summary>ISO 15924 code of the script, such as <c>Arab</c>.</summary>
    public string Script { get; }

    /// <summary>The parts joined by one blank, in order.</summary>
    public string Full { get; }

    /// <summary>A name nobody has taken apart: one part of unknown kind. It is never split at blanks, because
    /// <c>Abd al-Rahman</c> and <c>bin Laith</c> are one part each and only a person or the name engine can tell.</summary>
    /// <exception cref="ArgumentException">Blank, or with a NUL or a lone surrogate.</exception>
    public static PersonName FromText(string text) => new([new NamePart(NamePartKind.Unknown, text)]);

    /// <summary>A name of the parts that have text; null when none has.</summary>
    public static PersonName? Of(params IEnumerable<(NamePartKind Kind, string? Text)> parts)
    {
        var kept = (from part in parts where !string.IsNullOrWhiteSpace(part.Text) select new NamePart(part.Kind, part.Text)).ToList();
        return kept.Count == 0 ? null : new PersonName(kept);
    }

    /// <summary>The parts of a kind, in order; empty if there is none.</summary>
    public IEnumerable<string> Every(NamePartKind kind) => from part in Parts where part.Kind == kind select part.Text;

    /// <summary>The compact form: <c>given=…|family=…</c>, with \ before | = and \ in a text; the script stands first if
    /// it is not the one the text shows.</summary>
    public string Encode() => PersonNameText.Write(this);

    /// <summary>Reads <see cref="Encode"/>'s form.</summary>
    public static bool TryDecode(string? text, [NotNullWhen(true)] out PersonName? name)
    {
        name = text is null ? null : PersonNameText.Read(text);
        return name is not null;
    }

    /// <summary>The full name.</summary>
    public override string ToString() => Full;

    /// <summary>Same parts in the same order and script.</summary>
    public bool Equals(PersonName? other) => other is not null && Script == other.Script && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Full, Script);
}
