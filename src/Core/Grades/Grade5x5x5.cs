namespace Plumbline.Core;

/// <summary>Source evaluation of 5x5x5.</summary>
public enum SourceRecord
{
    /// <summary>Always reliable.</summary>
    AlwaysReliable = 'A',

    /// <summary>Mostly reliable.</summary>
    MostlyReliable = 'B',

    /// <summary>Sometimes reliable.</summary>
    SometimesReliable = 'C',

    /// <summary>Unreliable.</summary>
    Unreliable = 'D',

    /// <summary>Untested source.</summary>
    Untested = 'E',
}

/// <summary>Intelligence evaluation of 5x5x5: how the source knows, and whether it is corroborated.</summary>
public enum IntelligenceEvaluation
{
    /// <summary>Known to be true without reservation.</summary>
    KnownTrue = '1',

    /// <summary>Known personally to the source, but not to the officer.</summary>
    KnownPersonally = '2',

    /// <summary>Not known personally to the source, but corroborated.</summary>
    NotKnownButCorroborated = '3',

    /// <summary>Cannot be judged.</summary>
    CannotBeJudged = '4',

    /// <summary>Suspected to be false or malicious.</summary>
    SuspectedFalse = '5',
}

/// <summary>A 5x5x5 grade, written <c>B2</c>: source, then intelligence. United Kingdom, legacy; its handling code goes into the label.</summary>
public sealed record Grade5x5x5 : Grade
{
    /// <summary>A grade of this scheme; <see cref="Grade.TryParse"/> reads its text form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number that is no code of the scheme was cast to it.</exception>
    public Grade5x5x5(SourceRecord source, IntelligenceEvaluation information)
        : base(GradingScheme.FiveByFiveByFive, (char)source, (char)information)
    {
        if (!Enum.IsDefined(source)) throw new ArgumentOutOfRangeException(nameof(source));
        if (!Enum.IsDefined(information)) throw new ArgumentOutOfRangeException(nameof(information));
    }

    /// <summary>How far the source can be trusted.</summary>
    public SourceRecord SourceCode => (SourceRecord)Source;

    /// <summary>How the source knows, and whether it is corroborated.</summary>
    public IntelligenceEvaluation InformationCode => (IntelligenceEvaluation)Information;
}
