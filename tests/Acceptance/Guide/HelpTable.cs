using Plumbline.Acceptance.Support;

namespace Plumbline.Acceptance.Guide;

/// <summary>The commands as <c>plumbline --help</c> lists them.</summary>
internal static class HelpTable
{
    /// <summary>Asks the program.</summary>
    public static async Task<IReadOnlyList<(string Command, string Does)>> Read(CancellationToken ct)
    {
        var (exit, output, errors) = await TheProgram.Run(ct, "--help");
        Assert.True(exit == 0, errors);
        return
        [
            .. output.ReplaceLineEndings("\n").Split("\nCommands:\n")[1].Split('\n')
                .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => line.Trim().Split("  ", 2, StringSplitOptions.TrimEntries)).Select(row => (row[0], row[1])),
        ];
    }
}
