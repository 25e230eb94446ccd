namespace Plumbline.Networks.KeyPlayers;

/// <summary>The best sets met so far and how many equal them.</summary>
internal sealed class EqualSets(int most)
{
    private const double Least = 1e-11;
    private readonly List<int[]> sets = [];

    public double Value { get; private set; } = double.NegativeInfinity;

    public long Count { get; private set; }

    public IReadOnlyList<int[]> Sets => sets;

    public void Meet(double value, ReadOnlySpan<int> set)
    {
        if (value < Value - Least) return;
        if (value > Value + Least)
        {
            (Value, Count) = (value, 0);
            sets.Clear();
        }
        Count++;
        if (sets.Count < most) sets.Add(set.ToArray());
    }

    public void Meet(EqualSets later)
    {
        if (later.Value < Value - Least) return;
        if (later.Value > Value + Least)
        {
            (Value, Count) = (later.Value, 0);
            sets.Clear();
        }
        Count += later.Count;
        sets.AddRange(later.sets.Take(most - sets.Count));
    }
}
