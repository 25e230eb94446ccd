using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class Combining_labels
{
    [Fact]
    public void Does_not_depend_on_their_order() => Gen.Select(Samples.Labels, Samples.Labels).Sample((a, b) =>
        Assert.Equal(a.Combine(b), b.Combine(a)));

    [Fact]
    public void Does_not_depend_on_how_they_are_bracketed() => Gen.Select(Samples.Labels, Samples.Labels, Samples.Labels).Sample((a, b, c) =>
        Assert.Equal(a.Combine(b).Combine(c), a.Combine(b.Combine(c))));

    [Fact]
    public void Twice_is_combining_once() => Gen.Select(Samples.Labels, Samples.Labels).Sample((a, b) =>
    {
        Assert.Equal(a, a.Combine(Copy(a)));
        Assert.Equal(a.Combine(b), a.Combine(b).Combine(b));
    });

    [Fact]
    public void Is_never_looser_than_either() => Gen.Select(Samples.Labels, Samples.Labels).Sample((a, b) =>
    {
        var both = a.Combine(b);
        Assert.True(both.IsAtLeastAsStrictAs(a));
        Assert.True(both.IsAtLeastAsStrictAs(b));
    });

    [Fact]
    public void Adds_nothing_that_neither_had() => Gen.Select(Samples.Labels, Samples.Labels).Sample((a, b) =>
        Assert.Equal(a.IsAtLeastAsStrictAs(b), a.Combine(b).Equals(a)));

    [Fact]
    public void With_the_empty_label_changes_nothing() => Samples.Labels.Sample(label =>
    {
        Assert.Equal(label, label.Combine(Label.None));
        Assert.Equal(label, Label.Combine([label]));
        Assert.False(Label.None.Restricts(label));
    });

    [Fact]
    public void Makes_a_label_that_could_have_been_made_by_hand() => Gen.Select(Samples.Labels, Samples.Labels).Sample((a, b) =>
        Assert.IsType<Outcome<Label>.Done>(Label.Create(a.Combine(b).ToDraft())));

    [Fact]
    public void Of_different_audiences_leaves_nobody()
    {
        var both = Samples.Made(new() { Audience = ["police"] }).Combine(Samples.Made(new() { Audience = ["customs"] }));
        Assert.Equal("handling=P;audience=", both.ToString());
    }

    private static Label Copy(Label label) => Samples.Made(label.ToDraft());
}

public sealed class The_text_of_a_label
{
    [Fact]
    public void Reads_back_as_the_same_label() => Samples.Labels.Sample(label =>
    {
        Assert.True(Label.TryParse(label.ToString(), out var again), label.ToString());
        Assert.Equal(label.ToString(), again.ToString());
        Assert.Equal(label.ToDraft() with { Cases = [] }, again.ToDraft() with { Cases = [] });
    });

    [Fact]
    public void Has_its_keys_in_a_fixed_order() => Assert.Equal(
        "handling=C/A1/S2;h1;h3=\"ask first, then \\\"act\\\"\";class=2;tlp=amber+strict;audience=a,b;case=7,12;sender=no-detention,protection-only;"
        + "onward-consent;review=2031-05-01;existence-sensitive;originator=unit-7",
        Samples.Made(new()
        {
            Handling = Handling.SharingWithConditions,
            Action = HandlingAction.NoDirectAction,
            Sanitisation = Sanitisation.ConsultOriginator,
            H1 = true,
            H3 = ["ask first, then \"act\""],
            Classification = 2,
            Tlp = Tlp.AmberStrict,
            Audience = ["b", "a"],
            Cases = [12, 7],
            Conditions = SenderConditions.ProtectionOnly | SenderConditions.NoDetention,
            OnwardConsent = true,
            ReviewOn = new DateOnly(2031, 5, 1),
            ExistenceSensitive = true,
            Originators = ["unit-7"],
        }).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("h1")]
    [InlineData("handling=C")]
    [InlineData("handling=C/A1")]
    [InlineData("handling=P/A1/S1")]
    [InlineData("handling=C/A4/S1")]
    [InlineData("handling=P;h4")]
    [InlineData("handling=P;h1;h1")]
    [InlineData("handling=P;h3=\"open")]
    [InlineData("handling=P;h3=\"\\u0000\"")]
    [InlineData("handling=P;case=0")]
    [InlineData("handling=P;case=")]
    [InlineData("handling=P;")]
    [InlineData("handling=P;audience=a,")]
    [InlineData("handling=P;class=-1")]
    [InlineData("handling=P;tlp=purple")]
    public void Is_refused_when_it_says_something_no_label_says(string text) => Assert.False(Label.TryParse(text, out _));

    [Fact]
    public void Read_from_any_scrawl_reads_back() => Gen.String[Gen.OneOfConst("h3;=\"\\u0041,class1ab/".ToCharArray()), 0, 20].Sample(text =>
    {
        if (Label.TryParse("handling=P;h3=" + text, out var label)) Assert.True(Label.TryParse(label.ToString(), out var again) && again.Equals(label), text);
    });
}

public sealed class A_label
{
    [Fact]
    public void Needs_action_and_sanitisation_with_C() =>
        Assert.Equal("label.needs-conditions", Samples.Refused(new() { Handling = Handling.SharingWithConditions, Action = HandlingAction.OvertAction }));

    [Fact]
    public void Takes_neither_with_P() =>
        Assert.Equal("label.has-conditions", Samples.Refused(new() { Sanitisation = Sanitisation.Free }));

    [Fact]
    public void Refuses_text_that_no_database_keeps() => Assert.All(new[] { "half\uD800", "nul\0", " ", new string('x', 4001) }, text =>
        Assert.Equal("label.unclean", Samples.Refused(new() { Caveats = [text] })));

    [Fact]
    public void Shows_its_handling_codes_in_short()
    {
        Assert.Equal("P", Label.None.ShortCode);
        Assert.Equal("C·A1·S2", Samples.Made(new()
        {
            Handling = Handling.SharingWithConditions,
            Action = HandlingAction.NoDirectAction,
            Sanitisation = Sanitisation.ConsultOriginator,
        }).ShortCode);
        Assert.Equal("P·H2·H3", Samples.Made(new() { H2 = true, H3 = ["x"] }).ShortCode);
    }

    [Fact]
    public void Takes_A1_as_the_strictest_action_and_S2_as_the_stricter_sanitisation()
    {
        Assert.True(Conditions(HandlingAction.NoDirectAction, Sanitisation.ConsultOriginator)
            .Restricts(Conditions(HandlingAction.CovertAction, Sanitisation.Free)));
        Assert.False(Conditions(HandlingAction.NoDirectAction, Sanitisation.Free)
            .IsAtLeastAsStrictAs(Conditions(HandlingAction.OvertAction, Sanitisation.ConsultOriginator)));
    }

    private static Label Conditions(HandlingAction action, Sanitisation sanitisation) =>
        Samples.Made(new() { Handling = Handling.SharingWithConditions, Action = action, Sanitisation = sanitisation });

    [Fact]
    public void Outside_a_case_has_its_public_id()
    {
        var ids = new PublicIds(new byte[16]);
        Assert.True(Label.TryParse("handling=P;case=12", out var label));
        Assert.Equal($"handling=P;case={ids.Show(PublicKind.Case, 12)}", label.Outside(ids));
        Assert.Equal("handling=P", Label.None.Outside(ids));
    }
}
