namespace Plumbline.Core;

/// <summary>Source evaluation of 4x4.</summary>
public enum SourceReliability
{
    /// <summary>No doubt of authenticity, trust and competence, or proved reliable every time.</summary>
    NoDoubt = 'A',

    /// <summary>Proved reliable in most instances.</summary>
    MostlyReliable = 'B',

    /// <summary>Proved unreliable in most instances.</summary>
    MostlyUnreliable = 'C',

    /// <summary>Reliability cannot be assessed.</summary>
    CannotBeAssessed = 'X',
}

/// <summary>Information evaluation of 4x4: how the source knows, and whether it is corroborated.</summary>
public enum InformationEvaluation
{
    /// <summary>Accuracy not in doubt.</summary>
    NotInDoubt = '1',

    /// <summary>Known personally to the source, but not to the reporting official.</summary>
    KnownPersonally = '2',

    /// <summary>Not known personally to the source, but corroborated by information already held.</summary>
    NotKnownButCorroborated = '3',

    /// <summary>Not known personally to the source, and cannot be corroborated.</summary>
    NotKnownNorCorroborated = '4',
}

/// <summary>A 4x4 grade, written <c>B2</c>: source, then information. Europol and UNODC.</summary>
public sealed record Grade4x4 : Grade
{
    /// <summary>A grade of this scheme; <see cref="Grade.TryParse"/> reads its text form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number that is no code of the scheme was cast to it.</exception>
    public Grade4x4(SourceReliability source, InformationEvaluation information)
        : base(GradingScheme.FourByFour, (char)source, (char)information)
    {
        if (!Enum.IsDefined(source)) throw new ArgumentOutOfRangeException(nameof(source));
        if (!Enum.IsDefined(information)) throw new ArgumentOutOfRangeException(nameof(information));
    }

    /// <summary>How far the source can be trusted.</summary>
    public SourceReliability SourceCode => (SourceReliability)Source;

    /// <summary>How the source knows, and whether it is corroborated.</summary>
    public InformationEvaluation InformationCode => (InformationEvaluation)Information;
}
