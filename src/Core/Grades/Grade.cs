using System.Diagnostics.CodeAnalysis;

namespace Plumbline.Core;

/// <summary>Scheme + source evaluation + information evaluation, as given. Handling is no part of it: that is in the label.</summary>
/// <remarks>Closed: <see cref="Grade3x5x2"/>, <see cref="Grade4x4"/>, <see cref="Grade5x5x5"/>, <see cref="Grade6x6"/>.
/// There are 92 grades in all and each exists once.</remarks>
public abstract record Grade
{
    private protected Grade(GradingScheme scheme, char source, char information) =>
        (Scheme, Source, Information) = (scheme, source, information);

    /// <summary>The scheme it was given in.</summary>
    public GradingScheme Scheme { get; }

    /// <summary>The code of the source evaluation, such as <c>2</c> or <c>B</c>.</summary>
    public char Source { get; }

    /// <summary>The code of the information evaluation, such as <c>B</c> or <c>2</c>.</summary>
    public char Information { get; }

    /// <summary>A stable number for the register: scheme, source code and information code in one byte each.</summary>
    public long Code => ((long)Scheme << 16) | ((long)Source << 8) | Information;

    /// <summary>Source code, then information code: <c>2B</c>, <c>X4</c>.</summary>
    public sealed override string ToString() => $"{Source}{Information}";

    /// <summary>All grades of a scheme: best source first, then best information.</summary>
    public static IReadOnlyList<Grade> All(GradingScheme scheme) => GradeTable.Of(scheme);

    /// <summary>Reads the text form, such as <c>2B</c>; small letters and surrounding blanks are taken.</summary>
    /// <returns>False for anything that is not a grade of that scheme; a handling code is refused too.</returns>
    public static bool TryParse(GradingScheme scheme, string? text, [NotNullWhen(true)] out Grade? grade)
    {
        var trimmed = text.AsSpan().Trim();
        grade = trimmed.Length == 2
            ? GradeTable.Find(scheme, char.ToUpperInvariant(trimmed[0]), char.ToUpperInvariant(trimmed[1]))
            : null;
        return grade is not null;
    }

    /// <summary>The grade with this <see cref="Code"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No grade has it: the stored number is damaged.</exception>
    public static Grade FromCode(long code) =>
        code is > 0 and < 1 << 24
        && GradeTable.Find((GradingScheme)(code >> 16), (char)((code >> 8) & 0xFF), (char)(code & 0xFF)) is { } grade
            ? grade
            : throw new ArgumentOutOfRangeException(nameof(code), code, "No grade has this code.");

    /// <summary>The grade joined with the handling code for display: <c>2BP</c>; other schemes set it apart: <c>B2 P</c>.</summary>
    public string WithHandling(Label label) =>
        Scheme == GradingScheme.ThreeByFiveByTwo ? $"{this}{(char)label.Handling}" : $"{this} {(char)label.Handling}";
}
