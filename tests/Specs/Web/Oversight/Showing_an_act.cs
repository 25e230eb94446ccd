using Plumbline.Core;
using Plumbline.Web.Oversight;

namespace Plumbline.Specs.Web.Oversight;

public sealed class Showing_an_act
{
    private static readonly PublicIds Ids = new(new byte[32]);

    [Fact]
    public void Names_what_it_touched_as_it_is_known_outside()
    {
        var objects = ActObjects.Of("entity:1,statement:12,grant:3,source:4,home.init", Ids);
        Assert.Equal([Ids.Show(PublicKind.Entity, 1), Ids.Show(PublicKind.Statement, 12), "grant", "source", "home.init"], objects);
        Assert.Empty(ActObjects.Of("", Ids));
    }

    [Fact]
    public void Shows_no_key_of_the_register_whatever_the_kind()
    {
        foreach (var kind in Enum.GetNames<PublicKind>().Append("grant").Append("source").Append("something"))
            Assert.DoesNotContain("4711", ActObjects.Of($"{kind.ToLowerInvariant()}:4711", Ids)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_a_hash_apart_from_the_words_behind_it()
    {
        var hash = new string('a', 64);
        Assert.Equal(new ActContent(hash, "للمدعي العام: نسخة"), ActContent.Read($"sha256 {hash}: للمدعي العام: نسخة"));
        Assert.Equal(new ActContent(hash, ""), ActContent.Read($"sha256 {hash}"));
        Assert.Equal(new ActContent(null, "sha256 of something"), ActContent.Read("sha256 of something"));
        Assert.Equal(new ActContent(null, ""), ActContent.Read(null));
    }
}
