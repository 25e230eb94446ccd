using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>A category for one person in the case worked in.</summary>
/// <param name="Person">Key of the person; one at a time.</param>
/// <param name="Category">One of the policy's.</param>
/// <param name="Grounds">Why, in the officer's words.</param>
public sealed record CategoryChoice(long Person, string Category, string Grounds)
{
    /// <summary>Whether the person is a child.</summary>
    public bool Child { get; init; }

    /// <summary>Key of the item that tells of conduct; required for a suspect.</summary>
    public long? ConductItem { get; init; }
}

/// <summary>Says what a person is in a case. Nobody is a suspect without an item that tells of conduct, and nobody convicted without a conviction.</summary>
public sealed class SetCategory(Gate gate, TimeProvider clock)
{
    /// <summary>Sets it; the one before stays as history.</summary>
    /// <returns>The key of the entry.</returns>
    public async Task<Outcome<long>> Run(Visitor visitor, CategoryChoice choice, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.SetCategory, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new EntityRows(reader).Existing([choice.Person], waiting: false, ct) is not [var person] || Schema.Builtin.Find(person.Type)?.Is("person") != true)
            return await gate.Refuse(reader, Actions.SetCategory, new("person.unknown", "There is no such person."), ct);
        if (reader.Standing.Case is not { } working)
            return await gate.Refuse(reader, Actions.SetCategory, new("category.needs-case", "A category is what a person is in a case: state a purpose with a case."), ct);
        if (!gate.Policy.Categories.Contains(choice.Category))
            return await gate.Refuse(reader, Actions.SetCategory, new("category.unknown", $"The categories are: {string.Join(", ", gate.Policy.Categories)}."), ct);
        if (string.IsNullOrWhiteSpace(choice.Grounds))
            return await gate.Refuse(reader, Actions.SetCategory, new("category.needs-grounds", "Say on what grounds."), ct);
        if (await WhyNot(reader, choice, ct) is { } why) return await gate.Refuse(reader, Actions.SetCategory, why, ct);
        return await gate.Perform(reader, Actions.SetCategory, async writer =>
        {
            var key = await new PersonRecords(writer, clock.Micros(), reader.Standing.Officer)
                .Give(new NewCategory(choice.Person, working, choice.Category, choice.Child, choice.Grounds, choice.ConductItem), ct);
            return new Written<long>(key, $"entity:{choice.Person}", 1, $"{choice.Category}{(choice.Child ? ", child" : "")}: {choice.Grounds}");
        }, ct);
    }

    private static async Task<Refusal?> WhyNot(Reader reader, CategoryChoice choice, CancellationToken ct)
    {
        if (choice.Category == "convicted" && !PersonStatus.Of([], await new PersonRows(reader).Outcomes([choice.Person], ct)).IsConvicted)
            return new("category.needs-conviction", "Convicted is whom a court convicted: record the conviction first. One that was quashed counts no longer.");
        if (choice.ConductItem is null) return choice.Category == "suspect" ? new("category.needs-conduct", "A suspect needs an item that tells of the person's own conduct.") : null;
        if (await new ItemRows(reader).Of([choice.ConductItem.Value], ct) is not [var item]) return MarkItem.UnknownItem;
        if (choice.Category != "suspect") return null;
        if (item.Kind == "listing") return new("category.listing", "A list entry proves the listing and not the conduct: it makes nobody a suspect.");
        if (item.State != "graded") return new("category.ungraded", "The item is not graded yet.");
        return GradingRules.CustodyBar(item) is null ? null : new("custody.barred", "The item was taken in custody without safeguards: it makes nobody a suspect until an independent review clears it.");
    }
}
