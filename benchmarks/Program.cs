using System.Reflection;

// Runs one class of a room's folder: BENCHMARK [ARGUMENT…]; without a name it lists what there is.
var all = Assembly.GetExecutingAssembly().GetTypes().Where(type => type.GetMethod("Run", [typeof(string[])]) is { IsStatic: true }).OrderBy(type => type.FullName, StringComparer.Ordinal).ToArray();
if (args.Length > 0 && all.FirstOrDefault(type => type.Name == args[0]) is { } chosen)
{
    if (chosen.GetMethod("Run", [typeof(string[])])!.Invoke(null, [args[1..]]) is Task running) await running;
    return 0;
}
foreach (var type in all) Console.WriteLine(type.Name);
return args.Length == 0 ? 0 : 2;
