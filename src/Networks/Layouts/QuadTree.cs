namespace Plumbline.Networks.Layouts;

/// <summary>Squares in squares over points with masses, in the order of a walk in depth; who is far from a square sees its mass in its middle.</summary>
/// <remarks>Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 1986. Points are sorted along a Z-curve, so that each square is a range of them.</remarks>
internal sealed class QuadTree
{
    private const int Levels = 16;
    private const int Few = 4;

    private readonly int[] order;
    private readonly uint[] codes;
    private readonly double[] sortedX;
    private readonly double[] sortedY;
    private readonly double[] sortedMass;
    private readonly double[] massTo;
    private readonly double[] xTo;
    private readonly double[] yTo;
    private readonly int[] firstAt;
    private readonly Stack<(int From, int To, int Level)> open = new();
    private Square[] squares = new Square[64];
    private int count;

    public QuadTree(int points)
    {
        (order, codes, firstAt) = (new int[points], new uint[points], new int[points + 1]);
        (sortedX, sortedY, sortedMass) = (new double[points], new double[points], new double[points]);
        (massTo, xTo, yTo) = (new double[points + 1], new double[points + 1], new double[points + 1]);
    }

    /// <summary>The points along the curve.</summary>
    public ReadOnlySpan<int> Order => order;

    /// <summary>Builds the squares anew.</summary>
    public void Build(double[] x, double[] y, double[] mass)
    {
        var n = order.Length;
        var (least, most) = ((X: x[0], Y: y[0]), (X: x[0], Y: y[0]));
        for (var at = 1; at < n; at++)
        {
            least = (Math.Min(least.X, x[at]), Math.Min(least.Y, y[at]));
            most = (Math.Max(most.X, x[at]), Math.Max(most.Y, y[at]));
        }
        var side = Math.Max(Math.Max(most.X - least.X, most.Y - least.Y), 1e-9);
        var scale = ((1 << Levels) - 1) / side;
        for (var at = 0; at < n; at++) (order[at], codes[at]) = (at, (Spread((uint)((x[at] - least.X) * scale)) << 1) | Spread((uint)((y[at] - least.Y) * scale)));
        Array.Sort(codes, order);
        // Equal codes in a fixed order: the sort is not stable.
        for (int from = 0, to; from < n; from = to)
        {
            for (to = from + 1; to < n && codes[to] == codes[from];) to++;
            if (to - from > 1) Array.Sort(order, from, to - from);
        }
        for (var at = 0; at < n; at++)
        {
            var point = order[at];
            (sortedX[at], sortedY[at], sortedMass[at]) = (x[point], y[point], mass[point]);
            (massTo[at + 1], xTo[at + 1], yTo[at + 1]) = (massTo[at] + mass[point], xTo[at] + (mass[point] * x[point]), yTo[at] + (mass[point] * y[point]));
        }
        Divide(n, side);
    }

    /// <summary>Adds to a force what all points but this one push with: strength times both masses over the distance.</summary>
    /// <param name="at">Its place along the curve.</param>
    /// <param name="strength">Of pushing.</param>
    /// <param name="wide">A square is seen as one point where its side over the distance is below this.</param>
    public (double X, double Y) Push(int at, double strength, double wide)
    {
        unchecked
        {
            double x = sortedX[at], y = sortedY[at], sumX = 0, sumY = 0, wide2 = wide * wide;
            var list = squares;
            for (var next = 0; next < count;)
            {
                ref readonly var square = ref list[next];
                var (dx, dy) = (x - square.X, y - square.Y);
                var apart2 = (dx * dx) + (dy * dy);
                if (square.Side2 < wide2 * apart2 && (at < square.From || at >= square.To))
                {
                    var force = square.Mass / apart2;
                    (sumX, sumY, next) = (sumX + (force * dx), sumY + (force * dy), square.Skip);
                    continue;
                }
                if (!square.IsLeaf)
                {
                    next++;
                    continue;
                }
                for (var other = square.From; other < square.To; other++)
                {
                    if (other == at) continue;
                    (dx, dy) = (x - sortedX[other], y - sortedY[other]);
                    apart2 = (dx * dx) + (dy * dy);
                    if (apart2 < 1e-12)
                    {
                        (dx, dy, _) = Pull.Aside(order[at], order[other]);
                        apart2 = 1;
                    }
                    var force = sortedMass[other] / apart2;
                    (sumX, sumY) = (sumX + (force * dx), sumY + (force * dy));
                }
                next = square.Skip;
            }
            var own = strength * sortedMass[at];
            return (own * sumX, own * sumY);
        }
    }

    private void Divide(int n, double side)
    {
        Array.Fill(firstAt, -1);
        count = 0;
        open.Push((0, n, 0));
        while (open.TryPop(out var range))
        {
            var (from, to, level) = range;
            if (count == squares.Length) Array.Resize(ref squares, 2 * count);
            if (firstAt[from] < 0) firstAt[from] = count;
            var mass = massTo[to] - massTo[from];
            var isLeaf = to - from <= Few || level == Levels;
            var width = side / (1 << level);
            squares[count++] = new((xTo[to] - xTo[from]) / mass, (yTo[to] - yTo[from]) / mass, mass, width * width, from, to, isLeaf, 0);
            if (isLeaf) continue;
            // Pushed last first, so that they are taken in order.
            var shift = 2 * (Levels - 1 - level);
            for (var (quarter, end) = (3, to); quarter >= 0; quarter--)
            {
                var begin = quarter == 0 ? from : Begin(from, end, shift, (uint)quarter);
                if (begin < end) open.Push((begin, end, level + 1));
                end = begin;
            }
        }
        firstAt[n] = count;
        for (var at = 0; at < count; at++) squares[at] = squares[at] with { Skip = firstAt[squares[at].To] };
    }

    /// <summary>Where the quarter begins among codes that share all higher digits.</summary>
    private int Begin(int from, int to, int shift, uint quarter)
    {
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (((codes[middle] >> shift) & 3) < quarter) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private static uint Spread(uint bits)
    {
        bits = (bits | (bits << 8)) & 0x00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x33333333;
        return (bits | (bits << 1)) & 0x55555555;
    }

    private readonly record struct Square(double X, double Y, double Mass, double Side2, int From, int To, bool IsLeaf, int Skip);
}
