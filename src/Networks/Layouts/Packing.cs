namespace Plumbline.Networks.Layouts;

/// <summary>Puts parts side by side: those with somebody fixed stay, the others are set in rows, under whoever is fixed.</summary>
internal static class Packing
{
    private const double Wide = 1.5;

    public static void Place(List<Part> parts, LayoutRequest request, Sheet sheet)
    {
        var (gap, least, most) = ((double)request.Length, (X: double.MaxValue, Y: double.MaxValue), (X: double.MinValue, Y: double.MinValue));
        var loose = new List<Box>();
        foreach (var part in parts)
        {
            var box = Box.Of(part);
            var stays = part.HasFixed || (request.Chosen.Length > 0 && Array.TrueForAll(part.IsPlaced, placed => placed));
            if (!stays)
            {
                loose.Add(box);
                continue;
            }
            // A part that was chosen whole keeps its middle.
            var (x, y) = part.HasFixed ? (0, 0) : Back(part, sheet, box);
            part.Put(sheet, x, y);
            least = (Math.Min(least.X, box.X + x), Math.Min(least.Y, box.Y + y));
            most = (Math.Max(most.X, box.X + box.Width + x), Math.Max(most.Y, box.Y + box.Height + y));
        }
        if (loose.Count == 0) return;
        var isAlone = least.X > most.X;
        var (startX, startY) = isAlone ? (0.0, 0.0) : (least.X, most.Y + gap);
        InRows(loose, gap, startX, startY, sheet, isAlone ? 0 : most.X - least.X);
    }

    /// <summary>Rows of falling height, about half as wide again as high.</summary>
    private static void InRows(List<Box> boxes, double gap, double startX, double startY, Sheet sheet, double atLeast)
    {
        boxes.Sort((one, other) => one.Height != other.Height ? other.Height.CompareTo(one.Height) : one.Order.CompareTo(other.Order));
        var (area, widest) = (0.0, 0.0);
        foreach (var box in boxes) (area, widest) = (area + ((box.Width + gap) * (box.Height + gap)), Math.Max(widest, box.Width));
        var width = Math.Max(Math.Max(widest, atLeast), Math.Sqrt(area * Wide));
        var (x, y, high) = (0.0, 0.0, 0.0);
        foreach (var box in boxes)
        {
            if (x > 0 && x + box.Width > width) (x, y, high) = (0, y + high + gap, 0);
            box.Part.Put(sheet, startX + x - box.X, startY + y - box.Y);
            (x, high) = (x + box.Width + gap, Math.Max(high, box.Height));
        }
    }

    private static (double X, double Y) Back(Part part, Sheet sheet, Box box)
    {
        var middle = sheet.Middle(part.Vertices);
        return (middle.X - (box.X + (box.Width / 2)), middle.Y - (box.Y + (box.Height / 2)));
    }

    private sealed record Box(Part Part, int Order, double X, double Y, double Width, double Height)
    {
        public static Box Of(Part part)
        {
            var (least, most) = ((X: double.MaxValue, Y: double.MaxValue), (X: double.MinValue, Y: double.MinValue));
            for (var one = 0; one < part.Count; one++)
            {
                least = (Math.Min(least.X, part.X[one]), Math.Min(least.Y, part.Y[one]));
                most = (Math.Max(most.X, part.X[one]), Math.Max(most.Y, part.Y[one]));
            }
            return new(part, part.Vertices[0], least.X, least.Y, most.X - least.X, most.Y - least.Y);
        }
    }
}
