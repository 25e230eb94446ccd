using System.Runtime.CompilerServices;

namespace Plumbline.Specs.Exchange;

/// <summary>Genuine files that stay outside the repository: read in place, never copied.</summary>
internal static class SharedData
{
    /// <summary>Path of a file under the shared data; skips the test, saying so, where it is absent.</summary>
    public static string File(string relative)
    {
        var root = Environment.GetEnvironmentVariable("PLUMBLINE_SHARED") ?? Path.Combine(Repository(), "..", "shared");
        var path = Path.Combine(root, relative);
        if (!System.IO.File.Exists(path)) Assert.Skip($"The shared file {relative} is absent; set PLUMBLINE_SHARED to the folder that holds it.");
        return path;
    }

    public static byte[] Bytes(string relative) => System.IO.File.ReadAllBytes(File(relative));

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
