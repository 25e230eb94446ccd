using System.Runtime.CompilerServices;

namespace Plumbline.Specs;

/// <summary>Compares what people or other systems read with a reviewed file in the folder golden/ beside the spec.</summary>
/// <remarks>Run with GOLDEN=write to accept, then read the diff. Where CI is set nothing is ever accepted.</remarks>
static class Golden
{
    /// <summary>Passes if golden/<paramref name="name"/> holds exactly <paramref name="actual"/>, line ends aside.</summary>
    public static void Matches(string name, string actual, [CallerFilePath] string spec = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(spec)!, "golden", name);
        var text = actual.ReplaceLineEndings("\n");
        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
        var received = file + ".received";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        // Left beside the file, where a reviewer and the CI's upload find it.
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(received, text);
        Assert.True(expected is not null, $"There is no {file} yet. Accept it with GOLDEN=write, then read it.");
        Assert.Equal(expected, text);
    }

    private static bool Accepting =>
        Environment.GetEnvironmentVariable("GOLDEN") == "write" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
}
