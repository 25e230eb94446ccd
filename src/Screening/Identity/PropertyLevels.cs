using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Resolution;

namespace Plumbline.Screening.Identity;

/// <summary>What one property of two records says about their being one: by the engine where it compares the property, else by whether they share a value. Pure; for one thread at a time.</summary>
internal sealed class PropertyLevels(NameMatcher matcher, EntityType[] types, ILookup<long, StatementRow> live, long one, long other)
{
    // The likeness from which records are weighed as having one name, and from which as having a similar one.
    private const float OneName = 0.8f, SimilarName = 0.3f;

    /// <summary>The level; silent where one of the two does not say, or where what they say tells nothing, such as two numbers of one person's documents.</summary>
    public EvidenceLevel Of(Property property)
    {
        StatementRow[] a = [.. live[one].Where(row => row.Property == property.Id)], b = [.. live[other].Where(row => row.Property == property.Id)];
        if (a.Length == 0 || b.Length == 0) return EvidenceLevel.Silent;
        var shared = a.Select(row => row.ValueKey).Intersect(b.Select(row => row.ValueKey), StringComparer.Ordinal).Any();
        if (property.Name is "name" or "alias" or "weak_alias") return shared ? EvidenceLevel.Agree : OfNames(a, b, property.Name == "name");
        if (!RecordValues.IsCompared(property.Id)) return shared ? EvidenceLevel.Agree : EvidenceLevel.Contradict;
        return ParticularEvidence.Of(Record(0, a).Known, Record(1, b).Known, matcher).Select(evidence => evidence.Level).FirstOrDefault(level => level != EvidenceLevel.Silent);
    }

    private EvidenceLevel OfNames(StatementRow[] a, StatementRow[] b, bool isLeading)
    {
        var likeness = Likest(Record(0, a), Record(1, b));
        if (likeness > OneName) return EvidenceLevel.Agree;
        // Who has several names is called by another one here and there.
        if (likeness > SimilarName || Likest(Record(0, a), Record(1, live[other])) > OneName || Likest(Record(0, live[one]), Record(1, b)) > OneName) return EvidenceLevel.Partly;
        return isLeading ? EvidenceLevel.Contradict : EvidenceLevel.Silent;
    }

    private ComparedRecord Record(int which, IEnumerable<StatementRow> rows) => RecordValues.Read(which == 0 ? one : other, types[which], rows);

    private float Likest(ComparedRecord a, ComparedRecord b) => a.Names.SelectMany(_ => b.Names, Likeness).DefaultIfEmpty(0f).Max();

    // One part by itself is many people's.
    private float Likeness(PreparedName one, PreparedName other) => Math.Min(matcher.Compare(one, other), Math.Min(Screener.Parts(one), Screener.Parts(other)) > 1 ? 1 : OneName);
}
