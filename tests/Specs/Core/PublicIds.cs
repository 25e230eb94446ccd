using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class A_public_id
{
    private static readonly PublicIds Ids = new([.. "a secret of this register"u8]);

    private static readonly Gen<(PublicKind Kind, long Key)> Any = Gen.Select(Gen.Enum<PublicKind>(), Gen.Long[0, PublicIds.KeyLimit - 1]);

    [Fact]
    public void Reads_back() => Any.Sample(id =>
    {
        Assert.True(Ids.TryRead(Ids.Show(id.Kind, id.Key), out var kind, out var key));
        Assert.Equal(id, (kind, key));
    }, iter: 20_000);

    [Fact]
    public void Is_the_id_of_what_it_reads_as() => Gen.Select(Gen.Enum<PublicKind>(), Gen.String[Gen.Char["0123456789ABCDEFGHJKMNPQRSTVWXYZ"], 8, 8]).Sample((kind, digits) =>
    {
        Assert.True(Ids.TryRead($"{(char)kind}-{digits}", out var read, out var key));
        Assert.Equal($"{(char)kind}-{digits}", Ids.Show(read, key));
    }, iter: 200);

    [Fact]
    public void Is_each_keys_own() => Assert.Equal(50_000, Enumerable.Range(0, 50_000).Select(key => Ids.Show(PublicKind.Entity, key)).Distinct().Count());

    [Fact]
    public void Has_a_letter_and_eight_digits() => Any.Sample(id => Assert.Matches("^[A-Z]-[0-9A-HJKMNP-TV-Z]{8}$", Ids.Show(id.Kind, id.Key)));

    [Fact]
    public void Is_the_same_for_ever() => Assert.Equal(["E-HGFR6NE8", "E-SCP9R2GM", "I-7JC8G8EV"],
        new[] { Ids.Show(PublicKind.Entity, 1), Ids.Show(PublicKind.Entity, 2), Ids.Show(PublicKind.Item, 1) });

    [Fact]
    public void Does_not_show_the_order()
    {
        var shown = Enumerable.Range(1, 10_000).Select(key => Ids.Show(PublicKind.Entity, key)).ToList();
        var rising = shown.Zip(shown.Skip(1)).Count(pair => string.CompareOrdinal(pair.First, pair.Second) < 0);
        Assert.InRange(rising, 4_700, 5_300);
        foreach (var at in Enumerable.Range(2, 8)) Assert.Equal(32, shown.Select(id => id[at]).Distinct().Count());
    }

    [Fact]
    public void Is_another_for_another_kind_or_register()
    {
        var others = new PublicIds([.. "a secret of that register"u8]);
        Assert.NotEqual(Ids.Show(PublicKind.Entity, 7)[2..], Ids.Show(PublicKind.Item, 7)[2..]);
        Assert.NotEqual(Ids.Show(PublicKind.Entity, 7), others.Show(PublicKind.Entity, 7));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0}\n")]
    [InlineData("\u2067{0}\u2069")]
    [InlineData("\u200E{0}")]
    public void Is_read_as_it_is_pasted(string pasted)
    {
        var id = Ids.Show(PublicKind.Officer, 4711);
        foreach (var typed in new[] { id, id.ToLowerInvariant(), id.Replace("-", ""), id.Replace('-', '–'), id.Insert(6, " "), id.Replace('0', 'O').Replace('1', 'l'), "0" + id[1..] })
        {
            Assert.True(Ids.TryRead(pasted.Replace("{0}", typed), out var kind, out var key), typed);
            Assert.Equal((PublicKind.Officer, 4711L), (kind, key));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("E-")]
    [InlineData("7K3F9QXA")]
    [InlineData("E-7K3F9QX")]
    [InlineData("E-7K3F9QXAA")]
    [InlineData("Z-7K3F9QXA")]
    [InlineData("E-7K3F9QXU")]
    [InlineData("E-7K3F9QX٣")]
    [InlineData("E-7K3F9QX!")]
    public void Is_nothing_else(string? text) => Assert.False(Ids.TryRead(text, out _, out _));

    [Fact]
    public void Is_read_from_any_text_without_a_fault() => Gen.String.Sample(text => { Ids.TryRead(text, out _, out _); });

    [Fact]
    public void Is_not_made_for_a_key_outside_the_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ids.Show(PublicKind.Entity, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ids.Show(PublicKind.Entity, PublicIds.KeyLimit));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ids.Show((PublicKind)'Z', 1));
        Assert.Throws<ArgumentException>(() => new PublicIds(new byte[15]));
    }
}
