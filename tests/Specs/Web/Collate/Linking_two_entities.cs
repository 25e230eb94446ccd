using Plumbline.Core;
using Plumbline.Web.Collate;

namespace Plumbline.Specs.Web.Collate;

/// <summary>Between two entities only those links are offered that the schema allows, in both directions.</summary>
public sealed class Linking_two_entities
{
    [Fact]
    public void A_person_lives_at_an_address() => Assert.Contains(Ways("person", "address"), way => way is { Type.Name: "residence", Forwards: true });

    [Fact]
    public void An_address_is_the_home_of_a_person() => Assert.Contains(Ways("address", "person"), way => way is { Type.Name: "residence", Forwards: false });

    [Fact]
    public void Nothing_else_is_offered() => Assert.All(Ways("person", "address"), way =>
    {
        var ends = way.Type.Link!;
        Assert.True(Schema.Builtin["person"].Is(way.Forwards ? ends.SourceType : ends.TargetType));
        Assert.True(Schema.Builtin["address"].Is(way.Forwards ? ends.TargetType : ends.SourceType));
    });

    private static IReadOnlyList<LinkWay> Ways(string first, string second) => LinkWay.Between(Schema.Builtin[first], Schema.Builtin[second]);
}
