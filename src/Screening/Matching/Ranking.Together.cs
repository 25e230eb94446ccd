namespace Plumbline.Screening.Matching;

/// <summary>All names of one person in one question.</summary>
/// <remarks>
/// Each name is found, looked at and ranked by itself, so that an entity scores as by that name alone; but together they look through no more than a few names would, and measure in full no more than one.
/// Counting the keys of all of them in one table was tried: what shares a little with each of twenty names crowds out whoever has one of them.
/// </remarks>
internal sealed partial class Ranking
{
    // What all names of a person share: renderings that are looked through, as many as of so many names alone, and names of the list that are found.
    private const int Times = 3, FoundTogether = 400;

    // Names of the list that are measured for each name of the person in any case; and names of the person by which one of the list is measured at most.
    private const int LeastOfEach = 2, MostByEach = 2;

    private readonly List<(int Asked, int Name)> looked = [];   // by which name of the person which name of the list was found
    private readonly List<float> told = [];                      // how much is explained of both
    private readonly Dictionary<int, int> timesMeasured = [];    // of names of the list
    private readonly List<(int Asked, int Name)> closer = [];
    private ulong[] together = [];
    private bool[] isClose = [];

    /// <summary>The entities by each name of a person, name after name, best first: all names share what one may look through, measure and weigh.</summary>
    public ReadOnlySpan<Standing> Of(AskedTogether person)
    {
        LookTogether(person);
        MeasureClosest(person, together.AsSpan(0, looked.Count));
        standingOf.Clear();
        count = 0;
        for (int n = 0, place = 0; n < closer.Count; n++) HoldBest(n, index.EntityOf(closer[n].Name), closer[n].Asked, closer[n].Name, ref place);
        for (var n = 0; n < looked.Count; n++)
        {
            if (isClose[n]) continue;
            var (asked, name) = looked[n];
            var entity = index.EntityOf(name);
            if (told[n] >= Whole && IsSame(person.Names[asked], name) is { } itself) Hold(entity, asked, name, SameName.Odds(itself), true, -1);
            else Hold(entity, asked, name, NotMeasured + told[n], false, -1);
        }
        var ranked = standings.AsSpan(0, count);
        ranked.Sort(static (one, other) => one.Asked != other.Asked ? one.Asked.CompareTo(other.Asked) : Standing.InOrder(one, other));
        return ranked;
    }

    /// <summary>Turns to one of the names of the person ranked last, for <see cref="Measure(PreparedName, int, ReadOnlySpan{Standing}, OtherChances, Span{float})"/>.</summary>
    public void TurnTo(int asked) => look.TurnTo(asked);

    // Finds and looks at the names by each name of the person.
    private void LookTogether(AskedTogether person)
    {
        looked.Clear();
        told.Clear();
        var share = Math.Min(1, (float)Times / person.Names.Count);
        // Two at least: each script has half of the places.
        var most = Math.Clamp(FoundTogether / person.Names.Count, 2, Screener.Found);
        for (var asked = 0; asked < person.Names.Count; asked++)
        {
            probe.Find(person.Names[asked], most, found, share);
            look.At(person.Names[asked], probe.Renderings, explained, asked);
            for (var n = 0; n < found.Count; n++)
            {
                looked.Add((asked, found[n]));
                told.Add(explained[n]);
            }
        }
        if (together.Length < looked.Count) (together, isClose) = (new ulong[looked.Count * 2], new bool[looked.Count * 2]);
        for (var n = 0; n < looked.Count; n++) together[n] = ((ulong)~BitConverter.SingleToUInt32Bits(told[n]) << 32) | (uint)n;
        together.AsSpan(0, looked.Count).Sort();
        isClose.AsSpan().Clear();
    }

    // The pairs that explain most, each name of the list by its best two names of the person, and a few of each of these in any case.
    private void MeasureClosest(AskedTogether person, ReadOnlySpan<ulong> all)
    {
        pairs.Clear();
        closer.Clear();
        timesMeasured.Clear();
        Span<(int Taken, float Best)> of = new (int, float)[person.Names.Count];
        var fetched = 0;
        foreach (var entry in all)
        {
            var n = Looked(entry).Name;
            var (asked, name) = looked[n];
            var (taken, best) = of[asked];
            if (taken == 0) best = told[n];
            if (taken >= LeastOfEach && (closer.Count >= Measured || told[n] < best - Behind)) continue;
            var times = timesMeasured.GetValueOrDefault(name);
            if (times >= MostByEach) continue;
            timesMeasured[name] = times + 1;
            of[asked] = (taken + 1, best);
            isClose[n] = true;
            closer.Add((asked, name));
            var (from, to) = index.Store.Of(name);
            for (; from < to; from++) fetched ^= index.Store.Fetch(from);
        }
        for (var n = 0; n < closer.Count; n++)
        {
            look.TurnTo(closer[n].Asked);
            MeasureName(person.Names[closer[n].Asked], closer[n].Name, n);
        }
        GC.KeepAlive(fetched);
        Judge();
    }
}
