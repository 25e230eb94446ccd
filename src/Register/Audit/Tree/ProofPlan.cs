using System.Numerics;

namespace Plumbline.Register.Audit;

/// <summary>Which runs of leaves a proof needs the roots of, from the leaf (or the older tree) up to the root.</summary>
internal static class ProofPlan
{
    /// <summary>PATH(index, D[size]) of RFC 6962 §2.1.1.</summary>
    public static List<Run> Inclusion(long index, long size)
    {
        var runs = new List<Run>();
        for (var here = new Run(0, size); here.Count > 1;)
        {
            var (left, right) = here.Halves();
            (here, var beside) = index < right.From ? (left, right) : (right, left);
            runs.Add(beside);
        }

        runs.Reverse();
        return runs;
    }

    /// <summary>PROOF(first, D[second]) of RFC 6962 §2.1.2, 0 &lt; first &lt; second.</summary>
    public static List<Run> Consistency(long first, long second)
    {
        var runs = new List<Run>();
        var here = new Run(0, second);
        while (here.To != first)
        {
            var (left, right) = here.Halves();
            (here, var beside) = first <= left.To ? (left, right) : (right, left);
            runs.Add(beside);
        }

        // The verifier knows the root of the older tree; any other subtree it must be given.
        if (here.From != 0) runs.Add(here);
        runs.Reverse();
        return runs;
    }

    /// <summary>Leaves from (included) to (excluded).</summary>
    public readonly record struct Run(long From, long To)
    {
        public long Count => To - From;

        /// <summary>Cut after the largest power of two smaller than the count.</summary>
        public (Run Left, Run Right) Halves()
        {
            var middle = From + (1L << BitOperations.Log2((ulong)(Count - 1)));
            return (new Run(From, middle), new Run(middle, To));
        }
    }
}
