using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Plumbline.Register.Search;

/// <summary>Turns search documents into the index's form. One is used for many documents, by one thread.</summary>
internal sealed class DocumentWriter
{
    private static readonly FieldType Positions = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static readonly FieldType Presence = Frozen(IndexOptions.DOCS_ONLY);

    private readonly AnalysedTexts texts = new();
    private readonly Dictionary<string, TermStream> streams = [];

    public Document Write(SearchDocument source)
    {
        texts.Read(source.Texts);
        var document = new Document { new StringField(SearchTerms.Id, IdTerm(source.Id).Text, Field.Store.NO) };
        AddStream(document, SearchTerms.Word, Positions, texts.Words);
        AddStream(document, SearchTerms.NumberEnd, Presence, Unordered(SearchTerms.NumberEnd));
        foreach (var language in Stems.Languages) AddStream(document, SearchTerms.Stem(language), Presence, Unordered(SearchTerms.Stem(language)));
        Add(SearchTerms.Id, source.Id);
        Add(SearchTerms.Group, source.Group);
        Add(SearchTerms.Label, source.Label);
        Add(SearchTerms.Kind, (long)source.Kind);
        Add(SearchTerms.Property, source.Property ?? SearchTerms.None);
        Add(SearchTerms.Grade, source.Grade ?? SearchTerms.None);
        Add(SearchTerms.Earliest, source.Earliest ?? source.Latest ?? SearchTerms.Never);
        Add(SearchTerms.Latest, source.Latest ?? source.Earliest ?? SearchTerms.None);
        document.Add(new SortedDocValuesField(SearchTerms.Type, new BytesRef(source.Type)));
        return document;

        void Add(string field, long value) => document.Add(new NumericDocValuesField(field, value));
    }

    public static Term IdTerm(long id) => new(SearchTerms.Id, id.ToString("x", System.Globalization.CultureInfo.InvariantCulture));

    private IEnumerable<(string Term, int Increment)> Unordered(string field) => texts.Terms(field).Select(term => (term, 1));

    private void AddStream(Document document, string field, FieldType type, IEnumerable<(string Term, int Increment)> terms)
    {
        if (!streams.TryGetValue(field, out var stream)) streams[field] = stream = new TermStream();
        stream.Set(terms);
        if (!stream.IsEmpty) document.Add(new Field(field, stream, type));
    }

    // No norms: the length of a text says nothing here, and would let hidden texts sway the order.
    private static FieldType Frozen(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
