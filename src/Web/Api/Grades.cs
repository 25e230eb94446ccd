using System.ComponentModel.DataAnnotations;
using Plumbline.Core;

namespace Plumbline.Web.Api;

/// <summary>A grade as given; handling is in the label.</summary>
/// <param name="Scheme">Such as <c>3x5x2</c>.</param>
/// <param name="Code">Source evaluation, then information evaluation, such as <c>2B</c>.</param>
public sealed record GradeAnswer(string Scheme, string Code)
{
    internal static GradeAnswer Of(Grade grade) => new(grade.Scheme.Text(), grade.ToString());

    internal static GradeAnswer? Of(long? code) => code is { } known ? Of(Grade.FromCode(known)) : null;
}

/// <summary>A grade that is asked for.</summary>
/// <param name="Scheme"><c>3x5x2</c>, <c>4x4</c>, <c>5x5x5</c> or <c>6x6</c>.</param>
/// <param name="Code">Source evaluation, then information evaluation, such as <c>2B</c>.</param>
public sealed record GradeForm([property: Required, StringLength(8)] string Scheme, [property: Required, StringLength(8)] string Code)
{
    internal Outcome<Grade> Read() => GradingSchemes.TryParse(Scheme, out var scheme) && Grade.TryParse(scheme, Code, out var grade)
        ? grade
        : new Refusal("grade.unreadable", $"There is no such grade. The schemes are {string.Join(", ", GradingSchemes.All.Select(one => one.Text()))}; a 3x5x2 grade is written 2B.");
}
