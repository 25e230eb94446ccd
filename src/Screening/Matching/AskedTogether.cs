namespace Plumbline.Screening.Matching;

/// <summary>The names of one person in one question: each different one once, in an order of their own, so that neither the order given nor a repetition changes anything.</summary>
internal sealed class AskedTogether
{
    private readonly int[] places;

    public AskedTogether(IReadOnlyList<PreparedName> given)
    {
        var order = Enumerable.Range(0, given.Count).ToArray();
        Array.Sort(order, (one, other) => PartOrder.Compare(given[one], given[other]) is not 0 and var by ? by : one.CompareTo(other));
        places = new int[given.Count];
        List<PreparedName> names = [];
        for (var n = 0; n < order.Length; n++)
        {
            if (n == 0 || PartOrder.Compare(given[order[n - 1]], given[order[n]]) != 0) names.Add(given[order[n]]);
            places[order[n]] = names.Count - 1;
        }
        Names = names;
    }

    /// <summary>The different names.</summary>
    public IReadOnlyList<PreparedName> Names { get; }

    /// <summary>Which of <see cref="Names"/> a name is, by its place among those given.</summary>
    public int this[int given] => places[given];
}
