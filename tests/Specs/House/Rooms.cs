namespace Plumbline.Specs.House;

/// <summary>The rooms of the house and how high each lies: a room knows the rooms below it and none beside it.</summary>
static class Rooms
{
    private static readonly string[][] Floors =
    [
        ["Core"],
        ["Register"],
        ["Safeguards"],
        ["Intelligence", "Cases", "Screening", "Networks", "Finance", "Travel", "Assessment"],
        ["Exchange", "Exercises"],
        ["Web"],
        ["Cli"],
    ];

    public static IEnumerable<string> All => Floors.SelectMany(floor => floor);

    /// <summary>The room of a path such as src/Web/Shell/Frame.razor.</summary>
    public static string Of(string path) => path.Split('/')[1];

    public static bool MayKnow(string room, string other) => room == other || Height(other) < Height(room);

    private static int Height(string room) => Array.FindIndex(Floors, floor => floor.Contains(room));
}
