namespace Plumbline.Networks.Layouts;

/// <summary>Pushes apart whoever stands on another, along the side where they overlap least, so that who stood before, after, above or below mostly still does.</summary>
/// <remarks>Then pairs that overlap somebody fixed push each other until none does; who still does after the rounds takes the nearest free place. Only two fixed ones can be left one on the other.</remarks>
internal static class Tidy
{
    private const int Rounds = 200;
    private const double Slack = 0.02;

    public static void Apart(LayoutRequest request, Sheet sheet, CancellationToken ct)
    {
        var boxes = new Boxes(request, sheet);
        boxes.InOrder(ct);
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            if (!boxes.Push()) return;
        }
        boxes.Settle(ct);
    }

    private sealed class Boxes
    {
        private readonly Sheet sheet;
        private readonly double[] wide;
        private readonly double[] high;
        private readonly double cellX;
        private readonly double cellY;
        private readonly int[] order;
        private readonly Dictionary<(long X, long Y), List<int>> cells = [];

        public Boxes(LayoutRequest request, Sheet sheet)
        {
            this.sheet = sheet;
            var n = sheet.Count;
            (wide, high, order) = (new double[n], new double[n], new int[n]);
            for (var vertex = 0; vertex < n; vertex++)
            {
                var outer = sheet.Outside(vertex);
                order[outer] = vertex;
                var (width, height) = request.Sizes.Length == 0 ? (request.Length / 2.0, request.Length / 2.0) : (request.Sizes[outer].X, request.Sizes[outer].Y);
                (wide[vertex], high[vertex]) = (width + (Slack * request.Length), height + (Slack * request.Length));
                (cellX, cellY) = (Math.Max(cellX, wide[vertex]), Math.Max(cellY, high[vertex]));
            }
        }

        /// <summary>
        /// Parts the free ones and keeps their order: first along x those who overlap less there, then along y all who still do. Each way is the middle between pushing everybody
        /// onward and everybody back, both of which keep the distances, so the middle does too.
        /// </summary>
        public void InOrder(CancellationToken ct)
        {
            int[] free = [.. order.Where(vertex => !sheet.IsFixed[vertex])];
            double[] x = (double[])sheet.X.Clone(), y = (double[])sheet.Y.Clone();
            Part(free, sheet.X, wide, (one, other) => Over(x, wide, one, other) is var over && over > 0 && Over(y, high, one, other) is var across && across > 0 && over / cellX <= across / cellY, ct);
            Part(free, sheet.Y, high, (one, other) => Over(sheet.X, wide, one, other) > 1e-9 * cellX, ct);
        }

        private static double Over(double[] at, double[] size, int one, int other) => ((size[one] + size[other]) / 2) - Math.Abs(at[one] - at[other]);

        private static void Part(int[] free, double[] at, double[] size, Func<int, int, bool> parts, CancellationToken ct)
        {
            int[] sorted = [.. free.OrderBy(vertex => at[vertex])];
            double[] onward = (double[])at.Clone(), back = (double[])at.Clone();
            for (var one = 1; one < sorted.Length; one++)
            {
                ct.ThrowIfCancellationRequested();
                for (var other = 0; other < one; other++)
                {
                    var (before, after) = (sorted[other], sorted[one]);
                    if (onward[before] + ((size[before] + size[after]) / 2) > onward[after] && parts(before, after)) onward[after] = onward[before] + ((size[before] + size[after]) / 2);
                }
            }
            for (var one = sorted.Length - 2; one >= 0; one--)
                for (var other = sorted.Length - 1; other > one; other--)
                {
                    var (before, after) = (sorted[one], sorted[other]);
                    if (back[after] - ((size[before] + size[after]) / 2) < back[before] && parts(before, after)) back[before] = back[after] - ((size[before] + size[after]) / 2);
                }
            foreach (var vertex in sorted) at[vertex] = (onward[vertex] + back[vertex]) / 2;
        }

        /// <summary>One round over all pairs that overlap, in the order of the input.</summary>
        public bool Push()
        {
            cells.Clear();
            foreach (var vertex in order) Add(vertex);
            var isPushed = false;
            foreach (var one in order)
            {
                var (x, y) = Cell(sheet.X[one], sheet.Y[one]);
                for (var at = 0; at < 9; at++)
                {
                    if (!cells.TryGetValue((x - 1 + (at % 3), y - 1 + (at / 3)), out var near)) continue;
                    foreach (var other in near)
                        if (sheet.Outside(other) > sheet.Outside(one)) isPushed |= Push(one, other);
                }
            }
            return isPushed;
        }

        /// <summary>Whoever still overlaps somebody fixed or settled goes to the nearest place where it does not.</summary>
        public void Settle(CancellationToken ct)
        {
            cells.Clear();
            foreach (var vertex in order)
                if (sheet.IsFixed[vertex]) Add(vertex);
            foreach (var vertex in order)
            {
                if (sheet.IsFixed[vertex]) continue;
                ct.ThrowIfCancellationRequested();
                Nearest(vertex);
                Add(vertex);
            }
        }

        private void Nearest(int vertex)
        {
            var (x, y) = (sheet.X[vertex], sheet.Y[vertex]);
            for (var ring = 0; ; ring++)
            {
                var (best, bestX, bestY) = (double.MaxValue, 0.0, 0.0);
                for (var dx = -ring; dx <= ring; dx++)
                    for (var dy = -ring; dy <= ring; dy += Math.Abs(dx) == ring || ring == 0 ? 1 : 2 * ring)
                    {
                        var (toX, toY) = (x + (dx * cellX / 2), y + (dy * cellY / 2));
                        var way = ((toX - x) * (toX - x)) + ((toY - y) * (toY - y));
                        if (way < best && IsFree(vertex, toX, toY)) (best, bestX, bestY) = (way, toX, toY);
                    }
                if (best == double.MaxValue) continue;
                (sheet.X[vertex], sheet.Y[vertex]) = (bestX, bestY);
                return;
            }
        }

        private bool IsFree(int vertex, double toX, double toY)
        {
            var (x, y) = Cell(toX, toY);
            for (var at = 0; at < 9; at++)
            {
                if (!cells.TryGetValue((x - 1 + (at % 3), y - 1 + (at / 3)), out var near)) continue;
                foreach (var other in near)
                    if (Math.Abs(toX - sheet.X[other]) < (wide[vertex] + wide[other]) / 2 && Math.Abs(toY - sheet.Y[other]) < (high[vertex] + high[other]) / 2) return false;
            }
            return true;
        }

        private bool Push(int one, int other)
        {
            var (dx, dy) = (sheet.X[other] - sheet.X[one], sheet.Y[other] - sheet.Y[one]);
            var (overX, overY) = (((wide[one] + wide[other]) / 2) - Math.Abs(dx), ((high[one] + high[other]) / 2) - Math.Abs(dy));
            if (overX <= 1e-6 * cellX || overY <= 1e-6 * cellY || (sheet.IsFixed[one] && sheet.IsFixed[other])) return false;
            if (Math.Abs(dx) < 1e-9 * cellX && Math.Abs(dy) < 1e-9 * cellY) (dx, dy, _) = Pull.Aside(other, one);
            // What one cannot give way the other gives, and a hair more, so that rounds end.
            var share = sheet.IsFixed[one] ? 0 : sheet.IsFixed[other] ? 1 : 0.5;
            var (byX, byY) = overX / cellX < overY / cellY ? (Math.Sign(dx) is 0 ? 1 : Math.Sign(dx), 0) : (0, Math.Sign(dy) is 0 ? 1 : Math.Sign(dy));
            var (stepX, stepY) = (byX * overX * 1.001, byY * overY * 1.001);
            (sheet.X[one], sheet.Y[one]) = (sheet.X[one] - (share * stepX), sheet.Y[one] - (share * stepY));
            (sheet.X[other], sheet.Y[other]) = (sheet.X[other] + ((1 - share) * stepX), sheet.Y[other] + ((1 - share) * stepY));
            return true;
        }

        private void Add(int vertex)
        {
            var cell = Cell(sheet.X[vertex], sheet.Y[vertex]);
            if (!cells.TryGetValue(cell, out var list)) cells[cell] = list = [];
            list.Add(vertex);
        }

        private (long X, long Y) Cell(double x, double y) => ((long)Math.Floor(x / cellX), (long)Math.Floor(y / cellY));
    }
}
