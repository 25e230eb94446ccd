using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>A statement with all that says where it comes from and how far it carries.</summary>
/// <param name="Row">As the register holds it: value, original wording, validity, span, nature, withdrawal.</param>
/// <param name="Property">What it says.</param>
/// <param name="Item">The item it was drawn from.</param>
/// <param name="Label">Its effective label.</param>
/// <param name="Grade">The item's grade as it stands; null for listings and ungraded items.</param>
/// <param name="Name">The parts of a name, where they are known.</param>
/// <param name="Officers">Names of the officers who recorded, accepted and withdrew it.</param>
public sealed record CitedStatement(StatementRow Row, Property Property, CitedItem Item, Label Label, Grade? Grade, PersonName? Name, StatementOfficers Officers)
{
    /// <summary>Whether it proves that somebody was listed and nothing else.</summary>
    public bool IsListing => Item.Kind == "listing";

    /// <summary>Why custody bars it from corroboration, nomination, product and release; null when it does not.</summary>
    public string? CustodyBar => GradingRules.CustodyBar(Item);

    /// <summary>A generated Latin form of a name in other letters; null for values of other kinds and where the wording was Latin. Shown as generated, never kept or exported.</summary>
    public string? Romanised => Property.Type is NameType && Row.Target is null && (Row.Original is null || Scripts.Of(Row.Original) != "Latn") ? Romanisation.Of(Row.ValueText, Row.Language) : null;

    /// <summary>The value in a reader's language.</summary>
    public string Show(string language) => Property.Type.Show(new PropertyValue(Row.ValueText, Row.ValueKey, Name: Name), language);
}

/// <summary>Who had a hand in a statement.</summary>
public sealed record StatementOfficers(OfficerName? RecordedBy, OfficerName? AcceptedBy, OfficerName? WithdrawnBy);

/// <summary>One value of a property with every statement that gives it.</summary>
/// <param name="Key">What is compared.</param>
/// <param name="Origins">Distinct origins behind it. List entries, what custody bars and items without a recorded origin count for none.</param>
/// <param name="Statements">Live ones first, then those withdrawn; each in key order.</param>
public sealed record ValueView(string Key, int Origins, IReadOnlyList<CitedStatement> Statements)
{
    /// <summary>Whether anything live still says so.</summary>
    public bool IsLive => Statements.Any(statement => statement.Row.IsLive);
}

/// <summary>All that is said of one property, side by side.</summary>
/// <param name="Conflict">Only one value can be true and live statements give several.</param>
public sealed record PropertyGroup(Property Property, IReadOnlyList<ValueView> Values, bool Conflict)
{
    /// <summary>Every statement of the group.</summary>
    public IEnumerable<CitedStatement> Statements => Values.SelectMany(value => value.Statements);
}
