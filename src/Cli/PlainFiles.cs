using System.CommandLine;
using System.IO.Compression;
using System.Text;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Safeguards;

namespace Plumbline.Cli;

/// <summary>What an engine did with files: how many rows, and the exit code.</summary>
internal readonly record struct EngineRun(int ExitCode, long Rows, string What)
{
    /// <summary>It was declined, and why was printed.</summary>
    public static EngineRun Declined(bool json, Refusal why) => new(Answer.Decline(json, why), 0, "");
}

/// <summary>Engines on plain files, without a register: gzip is read, and where a home is configured the run is an act there.</summary>
internal static class PlainFiles
{
    /// <summary>Runs an engine. With a home it needs an officer whose role allows it, and is logged; without one standard error says that no decision may rest on it.</summary>
    public static void Computes(this Command command, Func<ParseResult, CancellationToken, Task<EngineRun>> work) => command.SetAction(async (parsed, ct) =>
    {
        if (!Home.Exists(parsed.Home()))
        {
            await Console.Error.WriteLineAsync("unlogged: no decision may rest on this");
            return (await Whole(parsed, work, ct)).ExitCode;
        }
        var json = parsed.GetValue(CommandLine.Json);
        if (await Desk.Open(parsed.Home(), make: false, ct) is not Outcome<Desk>.Done { Value: var desk } opened) return Answer.Decline(json, new Refusal("home.none", "The home cannot be opened."));
        await using var atWork = desk;
        if (await desk.Visitor(parsed.Errand(), ct) is not Outcome<Visitor>.Done { Value: var visitor } named) return Answer.Decline(json, (await desk.Visitor(parsed.Errand(), ct)).Why);
        var admitted = await desk.Gate.Admit(visitor, Actions.RunEngine, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return Answer.Decline(json, admitted.Why);
        await using var reading = reader;
        var run = await Whole(parsed, work, ct);
        await desk.Gate.Record(reader, Actions.RunEngine, "", run.Rows, run.What, ct);
        return run.ExitCode;
    });

    // Who is missing from a list that was cut short would be nobody's candidate, and nobody would know.
    private static async Task<EngineRun> Whole(ParseResult parsed, Func<ParseResult, CancellationToken, Task<EngineRun>> work, CancellationToken ct)
    {
        try
        {
            return await work(parsed, ct);
        }
        catch (InvalidDataException cut)
        {
            return EngineRun.Declined(parsed.GetValue(CommandLine.Json), new Refusal("file.cut", $"A packed file is damaged or was cut short: {cut.Message} What was written before is not the whole."));
        }
    }

    /// <summary>A text file, unpacked where it is packed by gzip, whatever its name; UTF-8.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StreamReader Read(string path)
    {
        Stream file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        if (isPacked) file = new GZipStream(file, CompressionMode.Decompress);
        return new StreamReader(file, Encoding.UTF8);
    }

    /// <summary>Standard output for many rows: UTF-8, buffered, lines end alike on every machine.</summary>
    public static StreamWriter Out() => new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
}
