using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Resolution;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Screening.Identity;

/// <summary>Two records that a reader sees, compared: what both say and what follows.</summary>
internal sealed class PairEvidence
{
    private readonly ComparedRecord[] records;
    private readonly NameMatcher matcher = new();

    private PairEvidence(EntityType[] types, ILookup<long, StatementRow> live, long one, long other)
    {
        Types = types;
        Live = live;
        records = [RecordValues.Read(one, types[0], live[one]), RecordValues.Read(other, types[1], live[other])];
        Pair = RecordPairs.Compare(records, 0, 1, matcher);
    }

    /// <summary>The types of the two.</summary>
    public EntityType[] Types { get; }

    /// <summary>Live statements by entity.</summary>
    public ILookup<long, StatementRow> Live { get; }

    /// <summary>The comparison.</summary>
    public ComparedPair Pair { get; }

    /// <summary>Whether the two could be one at all: a person is no company.</summary>
    public bool MayBeOne => Types is [var a, var b] && !a.IsLink && !b.IsLink && (a.Is(b.Name) || b.Is(a.Name) || (a.Is("body") && b.Is("body")));

    /// <summary>Whether nothing more than a person's short name, or not even that, says that they are one.</summary>
    public bool NeedsItem => !Pair.Agrees && (Pair.Name < ReviewOrder.Threshold || Pair.IsNameAlone(records));

    /// <summary>What the two rest on: the statements that were compared; all where none was.</summary>
    public IReadOnlyList<StatementRow> Basis => Live.SelectMany(own => own.Any(row => RecordValues.IsCompared(row.Property)) ? own.Where(row => RecordValues.IsCompared(row.Property)) : own).ToList();

    /// <summary>Names and aliases of the first or second.</summary>
    public IReadOnlyList<string> Names(int which) => [.. records[which].Names.Select(name => name.Text)];

    /// <summary>The word for a probability.</summary>
    public string Verdict(double probability) => VerdictOf(Pair, records, probability);

    /// <summary>Reads the two; null where one of them does not exist for the reader.</summary>
    public static async Task<PairEvidence?> Of(Reader reader, long one, long other, CancellationToken ct)
    {
        var live = (await new StatementRows(reader).About([one, other], ct)).Where(row => row.IsLive).ToLookup(row => row.Entity);
        EntityType?[] types = [.. new[] { one, other }.Select(key => live[key].FirstOrDefault() is { } row ? Schema.Builtin.Find(row.Type) : null)];
        return types is [{ } a, { } b] ? new PairEvidence([a, b], live, one, other) : null;
    }

    /// <summary>The word for a probability.</summary>
    public static string VerdictOf(ComparedPair pair, IReadOnlyList<ComparedRecord> records, double probability) =>
        probability < ReviewOrder.Threshold ? "weak" : pair.IsNameAlone(records) ? "incomplete" : "candidate";

    /// <summary>Why, in the form that is shown.</summary>
    public SuggestionReasons Reasons(EvidenceWeights weights)
    {
        var evidence = Pair.Levels.Select((level, n) => (weights.Fields[n].What, level, (float)weights.Odds(n, level)));
        if (Pair.NameOfA < 0) return new SuggestionReasons("", [], [], [], [.. evidence.Select(one => new ReasonEvidence(one.What, KeptForm.Word(one.level), one.Item3))]);
        var (a, b) = (records[0].Names[Pair.NameOfA], records[1].Names[Pair.NameOfB]);
        return SuggestionReasons.Of(b, matcher.Explain(a, b), evidence);
    }

    /// <summary>Property by property, what the records are compared by first; what stands in no selector, such as the family's number, is not set side by side.</summary>
    public IReadOnlyList<SideBySide> Rows()
    {
        var (one, other) = (records[0].Key, records[1].Key);
        var shown = Live.SelectMany(own => own).Where(row => row.Target is null).Select(row => Types[0].Properties.Concat(Types[1].Properties).FirstOrDefault(property => property.Id == row.Property)).OfType<Property>()
            .Where(property => !property.Sensitive).DistinctBy(property => property.Id).OrderBy(property => RecordValues.IsCompared(property.Id) ? 0 : 1).ThenBy(property => property.Id);
        var levels = new PropertyLevels(matcher, Types, Live, one, other);
        return [.. shown.Select(property => new SideBySide(property, Texts(one, property), Texts(other, property), levels.Of(property)))];

        IReadOnlyList<string> Texts(long key, Property property) => [.. Live[key].Where(row => row.Property == property.Id).Select(row => row.ValueText).Distinct(StringComparer.Ordinal)];
    }
}
