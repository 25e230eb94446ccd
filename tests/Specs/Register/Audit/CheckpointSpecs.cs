using CsCheck;
using Plumbline.Core;
using Plumbline.Register.Audit;

namespace Plumbline.Specs.Register.Audit;

/// <summary>Key: the first of RFC 8032 §7.1. Key hash and signature were computed by another program.</summary>
public sealed class A_checkpoint
{
    private const string Secret = "PRIVATE+KEY+register.example/audit+030a27d6+AZ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";
    private const string Public = "register.example/audit+030a27d6+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";
    private const string Body = "register.example/audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";
    private const string Signed = Body + "\n— register.example/audit Awon1lSgADwUipoPUyqGkU2RT5Q5RJFKjAsMVqh5UmYy05tOJP6/Q9t60bRsVfDpCEmK3Eh33cb+3gxowxoB+7BnZgM=\n";

    [Fact]
    public void Is_written_and_signed_as_others_do()
    {
        using var key = Done(NoteKey.Read(Secret));
        var checkpoint = new Checkpoint("register.example/audit", 8, SlowTree.Root(SlowTree.Entries)).Sign(key);
        Assert.Equal(Signed, checkpoint.ToString());
        Assert.Equal(Public, key.Verifier.ToString());
        Assert.Equal(Secret, key.ExportSecret());
    }

    [Fact]
    public void Is_read_and_verified()
    {
        var checkpoint = Done(Checkpoint.Read(Signed));
        Assert.Equal(("register.example/audit", 8L), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal(SlowTree.Root(SlowTree.Entries), checkpoint.Root.ToArray());
        Assert.True(checkpoint.IsSignedBy(Done(NoteVerifier.Read(Public))));
        Assert.Equal(Signed, checkpoint.ToString());
    }

    [Fact]
    public void Reads_back_as_it_was_written() => (
        from origin in Gen.String[Gen.Char['!', '~'], 1, 20]
        from size in Gen.Long[0, long.MaxValue]
        from root in Gen.Byte.Array[32]
        select new Checkpoint(origin, size, root)).Sample(checkpoint =>
        {
            using var key = NoteKey.Generate("someone.example");
            var signed = checkpoint.Sign(key);
            var read = Done(Checkpoint.Read(signed.ToString()));
            Assert.Equal(signed, read);
            Assert.True(read.IsSignedBy(key.Verifier));
            Assert.Equal(checkpoint, Done(Checkpoint.Read(checkpoint.ToString())));
        }, iter: 200);

    [Fact]
    public void Is_refused_or_unsigned_when_any_bit_is_turned() => Gen.Select(Gen.Int[0, Signed.Length - 2], Gen.Int[0, 6]).Sample((at, bit) =>
    {
        var letters = Signed.ToCharArray();
        letters[at] ^= (char)(1 << bit);
        var read = Checkpoint.Read(new string(letters));
        Assert.False(read is Outcome<Checkpoint>.Done done && done.Value.IsSignedBy(Done(NoteVerifier.Read(Public))));
    }, iter: 2000);

    [Fact]
    public void Survives_mail_and_editors()
    {
        var mailed = "\uFEFF" + Signed.Replace("\n", "\r\n").TrimEnd() + "\r\n\r\n";
        Assert.Equal(Signed, Done(Checkpoint.Read(mailed)).ToString());
        Assert.Equal(Signed, Done(Checkpoint.Read(Signed.TrimEnd())).ToString());
    }

    [Fact]
    public void Carries_lines_and_signatures_that_we_do_not_know()
    {
        var text = Body + "further line\n\n— witness.example/w AAAAAAECAw==\n";
        var checkpoint = Done(Checkpoint.Read(text));
        Assert.Equal(text, checkpoint.ToString());
        Assert.Equal(["further line"], checkpoint.Extensions);
        using var key = Done(NoteKey.Read(Secret));
        var signed = checkpoint.Sign(key).Sign(key);
        Assert.Equal(2, signed.Signatures.Count);
        Assert.True(Done(Checkpoint.Read(signed.ToString())).IsSignedBy(key.Verifier));
        Assert.False(checkpoint.IsSignedBy(key.Verifier));
    }

    [Fact]
    public void Is_not_verified_by_a_namesake()
    {
        using var namesake = NoteKey.Generate("register.example/audit");
        Assert.False(Done(Checkpoint.Read(Signed)).IsSignedBy(namesake.Verifier));
    }

    [Fact]
    public void Is_not_verified_with_a_false_line_beside_the_true_one()
    {
        Assert.True(IsSigned(Signed + Line([9, 9, 9, 9, 1, 2])));
        Assert.False(IsSigned(Signed + Line([3, 0x0a, 0x27, 0xd6, 1, 2])));

        static bool IsSigned(string text) => Done(Checkpoint.Read(text)).IsSignedBy(Done(NoteVerifier.Read(Public)));
        static string Line(byte[] hashAndSignature) => $"— register.example/audit {Convert.ToBase64String(hashAndSignature)}\n";
    }

    [Theory]
    [InlineData("")]
    [InlineData("origin\n8\n")]
    [InlineData("\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("origin\n08\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("origin\n-8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("origin\n٨\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("origin\n9223372036854775808\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("origin\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n")]
    [InlineData("origin\n8\nXcnaeacGWamtVZy3\n")]
    [InlineData("origin\n8\n XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("ori\tgin\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("origin\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\nnot a signature\n")]
    [InlineData("origin\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— name AAAA\n")]
    public void Is_refused_in_any_other_form(string text) =>
        Assert.Equal("checkpoint.malformed", Assert.IsType<Outcome<Checkpoint>.Refused>(Checkpoint.Read(text)).Why.Code);

    [Fact]
    public void Is_read_from_any_text_without_a_fault() => Gen.String.Sample(text => Checkpoint.Read(text));

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;
}

public sealed class A_signing_key
{
    [Fact]
    public void Keeps_its_secret_to_itself()
    {
        using var key = NoteKey.Generate("unit.example");
        Assert.Equal(key.Verifier.ToString(), key.ToString());
        Assert.StartsWith("PRIVATE+KEY+unit.example+", key.ExportSecret());
        var refused = Assert.IsType<Outcome<NoteKey>.Refused>(NoteKey.Read(key.ExportSecret() + "x"));
        Assert.DoesNotContain(key.ExportSecret()[^20..], refused.Why.Detail);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\u00A0b")]
    [InlineData("a\nb")]
    public void Has_a_plain_name(string name) => Assert.Throws<ArgumentException>(() => NoteKey.Generate(name));

    [Theory]
    [InlineData("register.example/audit+030a27d7+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea")]
    [InlineData("register.example/audit+030A27D6+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea")]
    [InlineData("register.example/audit+030a27d6+AtdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea")]
    [InlineData("register.example/audit+030a27d6")]
    [InlineData("")]
    public void Is_refused_when_its_text_was_changed(string text)
    {
        Assert.IsType<Outcome<NoteVerifier>.Refused>(NoteVerifier.Read(text));
        Assert.IsType<Outcome<NoteKey>.Refused>(NoteKey.Read("PRIVATE+KEY+" + text));
    }
}
