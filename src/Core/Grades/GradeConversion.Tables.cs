namespace Plumbline.Core;

/// <remarks>No official table between the schemes exists: the police schemes grade how a source knows and whether it is corroborated,
/// Admiralty how likely the content is true. Hence five tables, each lossy, and a person where a cell is ambiguous.</remarks>
public sealed partial record GradeConversion
{
    // A code that is null needs a person.
    private readonly record struct Cell(char? Source, char? Information, ConversionFlags Flags = ConversionFlags.None);

    private static Cell? Table(Grade grade, GradingScheme to, ConversionEvidence evidence) => (grade, to) switch
    {
        (Grade5x5x5, GradingScheme.ThreeByFiveByTwo) => new(
            grade.Source switch { 'A' or 'B' => '1', 'E' => '2', 'D' => '3', _ => null },
            grade.Information switch { '1' or '2' => 'A', '3' => 'B', '4' => 'D', _ => 'E' }),   // C has no parent in 5x5x5

        (Grade4x4, GradingScheme.ThreeByFiveByTwo) => new(
            grade.Source switch { 'A' or 'B' => '1', 'X' => '2', _ => '3' },
            grade.Information switch
            {
                '1' or '2' => 'A',
                '3' => 'B',
                // X4 that we set ourselves says nothing of how the source knows.
                _ => evidence.NotGradedByProvider && grade.Source == 'X' ? 'D' : 'C',
            }),

        (Grade3x5x2, GradingScheme.FourByFour) => new(
            grade.Source switch { '1' => 'B', '2' => 'X', _ => 'C' },   // never A
            grade.Information switch { 'A' => '2', 'B' => '3', _ => '4' },
            grade.Information == 'E' ? ConversionFlags.SuspectedFalse : ConversionFlags.None),

        (Grade6x6, GradingScheme.FourByFour) => new(
            grade.Source switch { 'A' => 'A', 'B' => 'B', 'D' or 'E' => 'C', 'F' => 'X', _ => null },
            grade.Information switch
            {
                '1' => evidence.FirstHandShown ? null : '3',
                '5' or '6' => '4',
                _ => null,
            },
            grade.Information == '5' ? ConversionFlags.SuspectedFalse : ConversionFlags.None),

        (Grade4x4, GradingScheme.SixBySix) => new(
            grade.Source switch { 'A' => 'A', 'B' => 'B', 'C' => 'D', _ => 'F' },
            grade.Information switch
            {
                '1' => evidence.CorroboratingItem ? '1' : '2',
                '3' => '2',
                _ => '6',
            },
            grade.Information is '2' or '4' ? ConversionFlags.PendingAnalyst : ConversionFlags.None),

        _ => null,
    };
}
