namespace Plumbline.Specs.House;

public sealed class A_golden_file : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-golden-").FullName;

    public A_golden_file()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("GOLDEN") is not null, "GOLDEN is set: golden files are being accepted in this run");
        Directory.CreateDirectory(Path.Combine(folder, "golden"));
        File.WriteAllText(Beside("a.txt"), "one\ntwo\n");
    }

    [Fact]
    public void Passes_what_is_the_same_line_ends_aside() => Golden.Matches("a.txt", "one\r\ntwo\r\n", Spec);

    [Fact]
    public void Refuses_what_differs_and_leaves_what_it_received_until_it_is_right_again()
    {
        Assert.ThrowsAny<Exception>(() => Golden.Matches("a.txt", "one\n", Spec));
        Assert.Equal("one\n", File.ReadAllText(Beside("a.txt.received")));
        Assert.Equal("one\ntwo\n", File.ReadAllText(Beside("a.txt")));

        Golden.Matches("a.txt", "one\ntwo\n", Spec);
        Assert.False(File.Exists(Beside("a.txt.received")));
    }

    [Fact]
    public void Refuses_what_nobody_has_accepted_yet() => Assert.ThrowsAny<Exception>(() => Golden.Matches("b.txt", "one\n", Spec));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Spec => Path.Combine(folder, "Spec.cs");

    private string Beside(string name) => Path.Combine(folder, "golden", name);
}
