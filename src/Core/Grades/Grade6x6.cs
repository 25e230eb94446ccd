namespace Plumbline.Core;

/// <summary>Reliability of the source in 6x6.</summary>
public enum Reliability
{
    /// <summary>Completely reliable.</summary>
    CompletelyReliable = 'A',

    /// <summary>Usually reliable.</summary>
    UsuallyReliable = 'B',

    /// <summary>Fairly reliable.</summary>
    FairlyReliable = 'C',

    /// <summary>Not usually reliable.</summary>
    NotUsuallyReliable = 'D',

    /// <summary>Unreliable.</summary>
    Unreliable = 'E',

    /// <summary>Reliability cannot be judged; this is not the worst code.</summary>
    CannotBeJudged = 'F',
}

/// <summary>Credibility of the information in 6x6: how likely the content is true, which the police schemes do not grade.</summary>
public enum Credibility
{
    /// <summary>Confirmed by other sources.</summary>
    Confirmed = '1',

    /// <summary>Probably true.</summary>
    ProbablyTrue = '2',

    /// <summary>Possibly true.</summary>
    PossiblyTrue = '3',

    /// <summary>Doubtful.</summary>
    Doubtful = '4',

    /// <summary>Improbable.</summary>
    Improbable = '5',

    /// <summary>Truth cannot be judged; this is not the worst code.</summary>
    CannotBeJudged = '6',
}

/// <summary>An Admiralty grade, written <c>B2</c>: reliability of the source, then credibility of the information. NATO.</summary>
public sealed record Grade6x6 : Grade
{
    /// <summary>A grade of this scheme; <see cref="Grade.TryParse"/> reads its text form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number that is no code of the scheme was cast to it.</exception>
    public Grade6x6(Reliability source, Credibility information)
        : base(GradingScheme.SixBySix, (char)source, (char)information)
    {
        if (!Enum.IsDefined(source)) throw new ArgumentOutOfRangeException(nameof(source));
        if (!Enum.IsDefined(information)) throw new ArgumentOutOfRangeException(nameof(information));
    }

    /// <summary>How far the source can be trusted.</summary>
    public Reliability SourceCode => (Reliability)Source;

    /// <summary>How likely the content is true.</summary>
    public Credibility InformationCode => (Credibility)Information;
}
