namespace Plumbline.Core;

/// <summary>Source evaluation of 3x5x2.</summary>
public enum SourceEvaluation
{
    /// <summary>Reliable.</summary>
    Reliable = '1',

    /// <summary>Untested.</summary>
    Untested = '2',

    /// <summary>Not reliable.</summary>
    NotReliable = '3',
}

/// <summary>Intelligence assessment of 3x5x2: how the source knows, and whether it is corroborated.</summary>
public enum IntelligenceAssessment
{
    /// <summary>Known directly to the source.</summary>
    KnownDirectly = 'A',

    /// <summary>Known indirectly to the source, but corroborated.</summary>
    Corroborated = 'B',

    /// <summary>Known indirectly to the source.</summary>
    KnownIndirectly = 'C',

    /// <summary>Not known.</summary>
    NotKnown = 'D',

    /// <summary>Suspected to be false.</summary>
    SuspectedFalse = 'E',
}

/// <summary>A 3x5x2 grade, written <c>2B</c>: source evaluation, then intelligence assessment. United Kingdom, current.</summary>
public sealed record Grade3x5x2 : Grade
{
    /// <summary>A grade of this scheme; <see cref="Grade.TryParse"/> reads its text form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number that is no code of the scheme was cast to it.</exception>
    public Grade3x5x2(SourceEvaluation source, IntelligenceAssessment information)
        : base(GradingScheme.ThreeByFiveByTwo, (char)source, (char)information)
    {
        if (!Enum.IsDefined(source)) throw new ArgumentOutOfRangeException(nameof(source));
        if (!Enum.IsDefined(information)) throw new ArgumentOutOfRangeException(nameof(information));
    }

    /// <summary>How far the source can be trusted.</summary>
    public SourceEvaluation SourceCode => (SourceEvaluation)Source;

    /// <summary>How the source knows, and whether it is corroborated.</summary>
    public IntelligenceAssessment InformationCode => (IntelligenceAssessment)Information;
}
