using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Web.Collate;

namespace Plumbline.Specs.Web.Collate;

/// <summary>What the selected words mean is guessed from their form and read at once by the property's type.</summary>
public sealed class Marking_a_value
{
    [Theory]
    [InlineData("+999 731 204 118", "person", "phone")]
    [InlineData("وسام نزار فؤاد", "person", "name")]
    [InlineData("+999 731 204 118", "phone", "number")]
    public void Guesses_the_property(string words, string type, string property)
    {
        var draft = Draft(words);
        draft.Take(EntityPick.New(Schema.Builtin[type]));
        Assert.Equal(property, draft.Property);
        Assert.IsType<Outcome<PropertyValue>.Done>(draft.Reading);
    }

    [Fact]
    public void Takes_the_name_of_a_person_apart_and_not_that_of_an_organisation()
    {
        var draft = Draft("وسام نزار فؤاد");
        draft.Take(EntityPick.New(Schema.Builtin["person"]));
        Assert.Equal("given=وسام|father=نزار|grandfather=فؤاد", draft.Mark().Name?.Encode());
        draft.Take(EntityPick.New(Schema.Builtin["organisation"]));
        Assert.Null(draft.Mark().Name);
    }

    [Fact]
    public void Says_what_is_meant_only_where_it_differs_from_what_is_written()
    {
        var draft = Draft("0731 204 118");
        draft.Take(EntityPick.New(Schema.Builtin["phone"]));
        Assert.Null(draft.Mark().Value);
        draft.Value = "+999 731 204 118";
        Assert.Equal("+999 731 204 118", draft.Mark().Value);
    }

    [Fact]
    public void Offers_no_property_that_points_to_another_entity()
    {
        var draft = Draft("x");
        draft.Take(EntityPick.New(Schema.Builtin["person"]));
        Assert.DoesNotContain(draft.Properties, property => property.IsReference);
    }

    private static ValueDraft Draft(string words) => new(1, new TextSpan(0, words.Length), words);
}
