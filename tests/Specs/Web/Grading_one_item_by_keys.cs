using Plumbline.Core;
using Plumbline.Web.Evaluate;

namespace Plumbline.Specs.Web;

public sealed class Grading_one_item_by_keys
{
    private static readonly Label Conditions = Made(new LabelDraft { Handling = Handling.SharingWithConditions, Action = HandlingAction.CovertAction, Sanitisation = Sanitisation.Free });

    [Fact]
    public void Begins_with_nothing_chosen_but_the_report_s_handling()
    {
        var draft = new GradeDraft(GradingScheme.ThreeByFiveByTwo, Conditions);
        Assert.Equal((null, null, "C", "A2", "S1"), (draft.Chosen(GradeStep.Source), draft.Chosen(GradeStep.Information), draft.Chosen(GradeStep.Handling), draft.Chosen(GradeStep.Action), draft.Chosen(GradeStep.Sanitisation)));
        Assert.False(draft.Complete);
    }

    [Fact]
    public void Takes_two_keys_where_the_report_s_handling_stands()
    {
        var draft = Pressed(Label.None, "2D");
        Assert.Equal("2D", draft.Grade?.ToString());
        Assert.True(draft.Complete);
        Assert.Null(draft.Own);
    }

    [Fact]
    public void Takes_the_letter_C_as_information_first_and_as_handling_after()
    {
        var draft = Pressed(Label.None, "2CC12");
        Assert.Equal("2C", draft.Grade?.ToString());
        Assert.Equal("C·A1·S2", draft.Own?.ShortCode);
    }

    [Fact]
    public void Is_not_complete_with_conditions_half_given() => Assert.False(Pressed(Label.None, "2DC1").Complete);

    [Fact]
    public void Never_loosens_what_the_report_says()
    {
        var draft = Pressed(Conditions, "2DP");
        Assert.Equal(Handling.SharingWithConditions, draft.Handling);
    }

    [Fact]
    public void Ignores_a_key_that_means_nothing_at_its_step()
    {
        var draft = new GradeDraft(GradingScheme.ThreeByFiveByTwo, Label.None);
        Assert.False(draft.Press('D'));
        Assert.False(draft.Press('7'));
        Assert.Equal(GradeStep.Source, draft.Step);
    }

    [Fact]
    public void Goes_back_one_step()
    {
        var draft = Pressed(Label.None, "2D");
        draft.Back();
        draft.Press('A');
        Assert.Equal("2A", draft.Grade?.ToString());
    }

    [Theory]
    [InlineData(GradingScheme.SixBySix, "A1", true)]
    [InlineData(GradingScheme.SixBySix, "B3", false)]
    [InlineData(GradingScheme.FourByFour, "X4", true)]
    [InlineData(GradingScheme.ThreeByFiveByTwo, "1A", false)]
    public void Warns_where_both_axes_stand_at_the_same_step(GradingScheme scheme, string keys, bool warned) =>
        Assert.Equal(warned, Pressed(Label.None, keys, scheme).OnDiagonal);

    private static GradeDraft Pressed(Label inherited, string keys, GradingScheme scheme = GradingScheme.ThreeByFiveByTwo)
    {
        var draft = new GradeDraft(scheme, inherited);
        foreach (var key in keys) draft.Press(key);
        return draft;
    }

    private static Label Made(LabelDraft draft) => Assert.IsType<Outcome<Label>.Done>(Label.Create(draft)).Value;
}
