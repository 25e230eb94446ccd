using System.Text.RegularExpressions;

namespace Plumbline.Specs.House;

public sealed partial class The_tree_is_for_everyone
{
    private static readonly HashSet<string> Pictures = [".png", ".jpg", ".docx", ".woff2", ".ico", ".gz", ".pdf", ".zip"];

    private static IEnumerable<SourceFile> Texts => Repository.Files.Where(file => !Pictures.Contains(file.Extension));

    [Fact]
    public void No_file_knows_somebody_s_own_machine() => Breaches.None(Texts.SelectMany(file => file.Find(OwnMachine()).Concat(file.Find(ThisMachine))), "A path of one machine:");

    [Fact]
    public void No_file_names_the_host_of_a_package_registry() =>
        Breaches.None(Texts.SelectMany(file => file.Find(Registry())), "Where packages come from is each machine's own setting:");

    [Fact]
    public void What_is_still_to_do_has_a_name() => Breaches.None(Texts.SelectMany(file => file.Find(Nameless())), "Write whose or which it is, in brackets:");

    // The examples are cut in two, as this file is itself in the tree.
    [Fact]
    public void Each_would_be_seen()
    {
        Assert.Single(Example("/ho" + "me/somebody/x").Find(OwnMachine()));
        Assert.Single(Example(@"C:\Us" + @"ers\Somebody").Find(OwnMachine()));
        Assert.Single(Example("https://api.nu" + "get.org/v3").Find(Registry()));
        Assert.Single(Example("https://registry.npm" + "js.org/x").Find(Registry()));
        Assert.Single(Example("// TO" + "DO: later").Find(Nameless()));
        Assert.Empty(Example("// TO" + "DO(hijri-months): later").Find(Nameless()));
    }

    // Where this very tree lies; a folder right below the top is too short a word to look for.
    private static Regex ThisMachine { get; } =
        new(Repository.Root.Count(c => c is '/' or '\\') > 1 ? Regex.Escape(Repository.Root) + @"(?!\w)" : "(?!)");

    private static SourceFile Example(string text) => SourceFile.Example("a.md", text);

    [GeneratedRegex(@"(?<![\w./~-])/(?:home|Users)/[a-z]\w*|(?<![\w./~-])/root/\w+|\b[A-Z]:\\(?:Users|Documents)\\", RegexOptions.IgnoreCase)]
    private static partial Regex OwnMachine();

    [GeneratedRegex(@"\b(?:nuget[.]org|npmjs[.](?:org|com)|pypi[.]org|crates[.]io|proxy[.]golang[.]org|(?:deb|security)[.]debian[.]org|archive[.]ubuntu[.]com|packages[.]microsoft[.]com|pkgs[.]dev[.]azure[.]com|mcr[.]microsoft[.]com|docker[.]io|ghcr[.]io)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex(@"\b(?:TODO|FIXME)\b(?!\([\w .-]+\))(?=:|\s)")]
    private static partial Regex Nameless();
}
