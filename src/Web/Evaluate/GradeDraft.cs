using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Web.Evaluate;

/// <summary>What the grader is asked next.</summary>
public enum GradeStep { Source, Information, Handling, Action, Sanitisation, Ready }

/// <summary>A grade while it is made, one key a step: source, information, handling and its conditions. Nothing is chosen beforehand but what the report's label says.</summary>
public sealed class GradeDraft
{
    private readonly Label inherited;

    /// <param name="scheme">The scheme in which the grader works.</param>
    /// <param name="inherited">The label that the item has from its report; handling can only become stricter.</param>
    public GradeDraft(GradingScheme scheme, Label inherited)
    {
        this.inherited = inherited;
        Scheme = scheme;
        (Handling, Action, Sanitisation) = (inherited.Handling, inherited.Action, inherited.Sanitisation);
    }

    public GradingScheme Scheme { get; }

    public char? Source { get; private set; }

    public char? Information { get; private set; }

    public Handling Handling { get; private set; }

    public HandlingAction? Action { get; private set; }

    public Sanitisation? Sanitisation { get; private set; }

    public GradeStep Step { get; private set; }

    /// <summary>The grade, once both evaluations are given.</summary>
    public Grade? Grade => Source is { } source && Information is { } information && Grade.TryParse(Scheme, $"{source}{information}", out var grade) ? grade : null;

    /// <summary>Nothing is missing: Enter keeps it.</summary>
    public bool Complete => Grade is not null && (Handling == Handling.SharingPermitted || (Action is not null && Sanitisation is not null));

    /// <summary>"Corroborated" asks for another item or a reference.</summary>
    public bool AsksCorroboration => Grade is { } grade && GradingRules.ClaimsCorroboration(grade);

    /// <summary>Both axes at the same step of their scale: often a habit rather than two judgements. Only where the scales have the same length.</summary>
    public bool OnDiagonal => Grade is { Scheme: not GradingScheme.ThreeByFiveByTwo }
        && Place(GradeMeanings.Source(Scheme), Source!.Value) == Place(GradeMeanings.Information(Scheme), Information!.Value);

    /// <summary>What this item's own label adds; null when the report's handling was confirmed as it is.</summary>
    public Label? Own => Handling == inherited.Handling && Action == inherited.Action && Sanitisation == inherited.Sanitisation ? null
        : Label.Create(new LabelDraft { Handling = Handling, Action = Action, Sanitisation = Sanitisation }) is Outcome<Label>.Done { Value: var own } ? own : null;

    /// <summary>The codes that a key can give at a step.</summary>
    public IReadOnlyList<string> Codes(GradeStep step) => step switch
    {
        GradeStep.Source => [.. GradeMeanings.Source(Scheme).Select(meaning => meaning.Code)],
        GradeStep.Information => [.. GradeMeanings.Information(Scheme).Select(meaning => meaning.Code)],
        GradeStep.Handling => inherited.Handling == Handling.SharingWithConditions ? ["C"] : ["P", "C"],
        GradeStep.Action => ["A1", "A2", "A3"],
        GradeStep.Sanitisation => ["S1", "S2"],
        _ => [],
    };

    /// <summary>The code chosen at a step; null before.</summary>
    public string? Chosen(GradeStep step) => step switch
    {
        GradeStep.Source => Source?.ToString(),
        GradeStep.Information => Information?.ToString(),
        GradeStep.Handling => ((char)Handling).ToString(),
        GradeStep.Action => Action is { } action ? $"A{(int)action}" : null,
        GradeStep.Sanitisation => Sanitisation is { } sanitisation ? $"S{(int)sanitisation}" : null,
        _ => null,
    };

    /// <summary>Takes a code at a step and goes on to the next.</summary>
    public void Choose(GradeStep step, string code)
    {
        if (!Codes(step).Contains(code)) return;
        switch (step)
        {
            case GradeStep.Source: Source = code[0]; break;
            case GradeStep.Information: Information = code[0]; break;
            case GradeStep.Handling:
                Handling = (Handling)code[0];
                if (Handling == inherited.Handling) (Action, Sanitisation) = (inherited.Action, inherited.Sanitisation);
                break;
            case GradeStep.Action: Action = (HandlingAction)(code[1] - '0'); break;
            case GradeStep.Sanitisation: Sanitisation = (Sanitisation)(code[1] - '0'); break;
        }
        Step = step == GradeStep.Handling && Handling == Handling.SharingPermitted ? GradeStep.Ready : step + 1;
    }

    /// <summary>Takes a figure or letter as a key at the present step; once all is given, as a new source evaluation's beginning.</summary>
    /// <returns>False when it means nothing here.</returns>
    public bool Press(char key)
    {
        var step = Step == GradeStep.Ready ? GradeStep.Handling : Step;
        if (Codes(step).FirstOrDefault(code => code[^1] == key) is not { } code) return false;
        Choose(step, code);
        return true;
    }

    /// <summary>One step back.</summary>
    public void Back() => Step = Step switch
    {
        GradeStep.Ready when Handling == Handling.SharingPermitted => GradeStep.Handling,
        GradeStep.Source => GradeStep.Source,
        var step => step - 1,
    };

    private static int Place(IReadOnlyList<CodeMeaning> scale, char code) => scale.TakeWhile(meaning => meaning.Code[0] != code).Count();
}
