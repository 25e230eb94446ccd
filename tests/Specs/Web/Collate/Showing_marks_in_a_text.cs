using Plumbline.Web.Collate;

namespace Plumbline.Specs.Web.Collate;

/// <summary>A text with marks is the same text: no piece is lost, doubled or moved.</summary>
public sealed class Showing_marks_in_a_text
{
    private const string Text = "ذكر المصدر أنه سمع أن وسام نزار فؤاد يستعمل شقة";

    [Fact]
    public void The_pieces_make_up_the_text()
    {
        TextMark[] marks = [new(22, 26, "a"), new(22, 36, "b"), new(30, 40, "c"), new(0, 3, "d"), new(90, 99, "beyond"), new(5, 5, "empty")];
        Assert.Equal(Text, string.Concat(MarkedText.Pieces(Text, marks).Select(piece => Text[piece.From..piece.To])));
    }

    [Fact]
    public void Of_marks_over_one_another_the_first_wins() =>
        Assert.Equal(["", "a", "b", ""], MarkedText.Pieces("0123456789", [new(2, 4, "a"), new(2, 6, "b")]).Select(piece => piece.Mark?.Style ?? ""));

    [Fact]
    public void An_excerpt_keeps_its_marks_on_their_words()
    {
        var at = Text.IndexOf("نزار", StringComparison.Ordinal);
        var excerpt = Excerpt.Around(Text, [new TextMark(at, at + 4, "found")], 6);
        var mark = Assert.Single(excerpt.Marks);
        Assert.Equal("نزار", excerpt.Text[mark.From..mark.To]);
        Assert.StartsWith("… ", excerpt.Text, StringComparison.Ordinal);
        Assert.EndsWith(" …", excerpt.Text, StringComparison.Ordinal);
    }
}
