using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Plumbline.Register.Search;

/// <summary>Hands terms that were found already to the index.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute position;
    private readonly List<(string Term, int Increment)> terms = [];
    private int next;

    public TermStream()
    {
        term = AddAttribute<ICharTermAttribute>();
        position = AddAttribute<IPositionIncrementAttribute>();
    }

    public bool IsEmpty => terms.Count == 0;

    public void Set(IEnumerable<(string Term, int Increment)> source)
    {
        terms.Clear();
        terms.AddRange(source);
        next = 0;
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (next == terms.Count) return false;
        var (text, increment) = terms[next++];
        term.SetEmpty().Append(text);
        position.PositionIncrement = increment;
        return true;
    }

    public override void Reset() => next = 0;
}
