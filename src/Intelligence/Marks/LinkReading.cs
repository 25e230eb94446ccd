using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Intelligence;

/// <summary>Turns a marked link into its two end statements and its values. Pure.</summary>
public static class LinkReading
{
    /// <summary>The statements, ends first; the key of the link is filled in when it is written.</summary>
    public static Outcome<IReadOnlyList<NewStatement>> Statements(ItemRow item, EntityType type, LinkMark mark)
    {
        if (mark.Span is { } place && !place.IsIn(item.Text)) return new Refusal("mark.span-outside", $"The item's text has {item.Text.Length} characters.");
        if (mark.Nature is not ("fact" or "assessment")) return new Refusal("mark.nature", "A statement is a fact or an assessment.");
        var read = Validity.Read(mark.ValidFrom, mark.ValidTo);
        if (read is not Outcome<Validity>.Done { Value: var validity }) return read.Why;
        List<NewStatement> statements =
        [
            MarkReading.End(item, type, 0, Property.SourceId, mark.Source, mark, validity),
            MarkReading.End(item, type, 0, Property.TargetId, mark.Target, mark, validity),
        ];
        foreach (var (property, value) in mark.Values)
        {
            var said = MarkReading.Value(item, type, 0, new ValueMark(item.Key, mark.Span, EntityChoice.New(type.Name), property) { Value = value, Nature = mark.Nature, AsWritten = mark.AsWritten });
            if (said is not Outcome<NewStatement>.Done { Value: var statement }) return said.Why;
            // The span is where the link is said; it is not the wording of this value.
            statements.Add(statement with { Original = null });
        }
        return new Outcome<IReadOnlyList<NewStatement>>.Done(statements);
    }
}
