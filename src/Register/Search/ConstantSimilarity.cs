using Lucene.Net.Search.Similarities;

namespace Plumbline.Register.Search;

/// <summary>No weight depends on how often a term occurs anywhere: rarity is knowledge about texts that a reader may not see.</summary>
internal sealed class ConstantSimilarity : DefaultSimilarity
{
    public override float Coord(int overlap, int maxOverlap) => 1;

    public override float QueryNorm(float sumOfSquaredWeights) => 1;

    public override float Tf(float freq) => 1;

    public override float Idf(long docFreq, long numDocs) => 1;
}
