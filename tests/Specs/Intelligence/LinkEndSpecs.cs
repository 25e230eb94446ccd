using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Specs.Intelligence;

public sealed class LinkEndSpecs
{
    [Fact]
    public void Half_a_link_is_none()
    {
        var (source, target) = (Rows.End(1, 9, Property.SourceId, 4), Rows.End(2, 9, Property.TargetId, 5));
        Assert.Equal(new LinkEndRows("contact", 4, 5), LinkEndRows.Of([source, target])[9]);
        Assert.Empty(LinkEndRows.Of([source]));
        Assert.Empty(LinkEndRows.Of([source, target with { WithdrawnAt = 7 }]));
        Assert.Empty(LinkEndRows.Of([source with { Waiting = 1 }, target]));
    }

    [Fact]
    public void The_other_end_is_the_one_not_looked_from()
    {
        var link = new LinkEndRows("contact", 4, 5);
        Assert.Equal((5L, 4L), (link.OtherThan(4), link.OtherThan(5)));
    }
}
