using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Learns an alignment table by expectation maximisation over all paths of each pair.</summary>
internal static class AlignmentLearner
{
    private const int Rounds = 12;
    private const int N = Symbols.Count;

    public static AlignmentTable Learn(IReadOnlyList<TokenPair> pairs, bool isOneScript)
    {
        double[] sub = new double[N * N], del = new double[N], ins = new double[N];
        double[] first = Frequencies(pairs, pair => pair.A), second = Frequencies(pairs, pair => pair.B);
        for (var a = 1; a < N; a++)
        {
            del[a] = 0.1 * first[a];
            ins[a] = 0.1 * second[a];
            for (var b = 1; b < N; b++) sub[(a * N) + b] = 0.8 * first[a] * second[b] * (a == b ? 3 : 1);
        }
        for (var round = 0; round < Rounds; round++) Step(pairs, sub, del, ins, first, second);
        return Table(pairs, sub, del, ins, first, second, isOneScript);
    }

    private static double[] Frequencies(IReadOnlyList<TokenPair> pairs, Func<TokenPair, byte[]> side)
    {
        var counts = new double[N];
        foreach (var pair in pairs) foreach (var symbol in side(pair)) counts[symbol] += pair.Weight;
        var all = counts.Sum() + (N * 0.5);
        return [.. counts.Select(count => (count + 0.5) / all)];
    }

    private static void Step(IReadOnlyList<TokenPair> pairs, double[] sub, double[] del, double[] ins, double[] first, double[] second)
    {
        double[] subs = new double[N * N], dels = new double[N], inss = new double[N];
        var forward = new double[(Symbols.Longest + 1) * (Symbols.Longest + 1)];
        var backward = new double[forward.Length];
        foreach (var (a, b, weight) in pairs)
        {
            var width = b.Length + 1;
            for (var i = 0; i <= a.Length; i++)
                for (var j = 0; j <= b.Length; j++)
                {
                    var p = i == 0 && j == 0 ? 1.0 : 0;
                    if (i > 0) p += forward[((i - 1) * width) + j] * del[a[i - 1]];
                    if (j > 0) p += forward[(i * width) + j - 1] * ins[b[j - 1]];
                    if (i > 0 && j > 0) p += forward[((i - 1) * width) + j - 1] * sub[(a[i - 1] * N) + b[j - 1]];
                    forward[(i * width) + j] = p;
                }
            for (var i = a.Length; i >= 0; i--)
                for (var j = b.Length; j >= 0; j--)
                {
                    var p = i == a.Length && j == b.Length ? 1.0 : 0;
                    if (i < a.Length) p += backward[((i + 1) * width) + j] * del[a[i]];
                    if (j < b.Length) p += backward[(i * width) + j + 1] * ins[b[j]];
                    if (i < a.Length && j < b.Length) p += backward[((i + 1) * width) + j + 1] * sub[(a[i] * N) + b[j]];
                    backward[(i * width) + j] = p;
                }
            var total = forward[(a.Length * width) + b.Length];
            if (total <= 0) continue;
            var scale = weight / total;
            for (var i = 0; i <= a.Length; i++)
                for (var j = 0; j <= b.Length; j++)
                {
                    var here = forward[(i * width) + j] * scale;
                    if (i < a.Length) dels[a[i]] += here * del[a[i]] * backward[((i + 1) * width) + j];
                    if (j < b.Length) inss[b[j]] += here * ins[b[j]] * backward[(i * width) + j + 1];
                    if (i < a.Length && j < b.Length) subs[(a[i] * N) + b[j]] += here * sub[(a[i] * N) + b[j]] * backward[((i + 1) * width) + j + 1];
                }
        }
        // A breath of chance keeps every path open.
        var mass = subs.Sum() + dels.Sum() + inss.Sum();
        var all = mass * 1.002;
        for (var x = 1; x < N; x++)
        {
            del[x] = (dels[x] + (0.0005 * mass * first[x])) / all;
            ins[x] = (inss[x] + (0.0005 * mass * second[x])) / all;
            for (var y = 1; y < N; y++) sub[(x * N) + y] = (subs[(x * N) + y] + (0.001 * mass * first[x] * second[y])) / all;
        }
    }

    private static AlignmentTable Table(IReadOnlyList<TokenPair> pairs, double[] sub, double[] del, double[] ins, double[] first, double[] second, bool isOneScript)
    {
        short[] together = new short[N * N], alone = new short[N], other = new short[N];
        for (var x = 1; x < N; x++)
        {
            alone[x] = Odds(del[x] / first[x]);
            other[x] = Odds(ins[x] / second[x]);
            for (var y = 1; y < N; y++) together[(x * N) + y] = Odds(sub[(x * N) + y] / (first[x] * second[y]));
        }
        // Within one script there is no first and second: rounding must not make one.
        if (isOneScript) Even(together, alone, other);
        var table = new AlignmentTable(together, alone, other, 1);
        double score = 0, letters = 0;
        foreach (var (a, b, weight) in pairs)
        {
            score += weight * table.Score(a, b);
            letters += weight * (a.Length + b.Length) / 2;
        }
        return new AlignmentTable(together, alone, other, (float)Math.Round(score / letters, 2));
    }

    private static void Even(short[] together, short[] alone, short[] other)
    {
        for (var x = 1; x < N; x++)
        {
            alone[x] = other[x] = (short)((alone[x] + other[x]) / 2);
            for (var y = 1; y < x; y++) together[(x * N) + y] = together[(y * N) + x] = (short)((together[(x * N) + y] + together[(y * N) + x]) / 2);
        }
    }

    private static short Odds(double ratio) => (short)Math.Clamp(Math.Round(Math.Log(Math.Max(ratio, 1e-9)) * AlignmentTable.Unit), -8 * AlignmentTable.Unit, 8 * AlignmentTable.Unit);
}
