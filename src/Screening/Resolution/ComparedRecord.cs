using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Resolution;

/// <summary>A record of the register in the form in which it is compared with others.</summary>
/// <param name="Key">Its key.</param>
/// <param name="IsPerson">A person; else a group, company or authority. The two are never one.</param>
/// <param name="Names">Names and aliases, as first recorded.</param>
/// <param name="Known">What else is known.</param>
public sealed record ComparedRecord(long Key, bool IsPerson, IReadOnlyList<PreparedName> Names, Particulars Known);

/// <summary>Two records side by side, before anything is weighed.</summary>
/// <param name="A">Place of the first record, below that of the second.</param>
/// <param name="B">Place of the second record.</param>
/// <param name="Name">How probable it is by the likest names alone that they are one, 0 to 0.97, of a person's short name less; 0 where one has no name.</param>
/// <param name="NameOfA">Which name of the first is likest; -1 for none.</param>
/// <param name="NameOfB">Which name of the second.</param>
/// <param name="Levels">What else was compared, in the order of <see cref="EvidenceWeights.Fields"/>.</param>
public sealed record ComparedPair(int A, int B, float Name, int NameOfA, int NameOfB, IReadOnlyList<EvidenceLevel> Levels)
{
    private const int ShortName = Screener.ShortName;

    /// <summary>Whether something that tells persons apart agrees: a birth date, a document, the mother's name. A nationality or the sex does not.</summary>
    public bool Agrees => Levels[EvidenceWeights.Birth] == EvidenceLevel.Agree || Levels[EvidenceWeights.Document] == EvidenceLevel.Agree || Levels[EvidenceWeights.Mother] == EvidenceLevel.Agree;

    /// <summary>Whether something says that they cannot be one. A document that agrees outweighs a clerk's birth date.</summary>
    public bool MustNot => Levels[EvidenceWeights.Document] != EvidenceLevel.Agree && (Levels[EvidenceWeights.Birth] == EvidenceLevel.Contradict || Levels[EvidenceWeights.Sex] == EvidenceLevel.Contradict);

    /// <summary>Whether it rests on a person's name of three parts or fewer and nothing else: such a pair is never more than incomplete.</summary>
    public bool IsNameAlone(IReadOnlyList<ComparedRecord> records) => records[A].IsPerson && !Agrees && Parts(records) <= ShortName;

    private int Parts(IReadOnlyList<ComparedRecord> records) =>
        NameOfA < 0 ? 0 : Math.Min(Screener.Parts(records[A].Names[NameOfA]), Screener.Parts(records[B].Names[NameOfB]));
}
