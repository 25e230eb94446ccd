using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>What one can work for.</summary>
/// <param name="Kinds">Of the policy.</param>
/// <param name="Cases">Open cases that you are a member of.</param>
public sealed record PurposesAnswer(IReadOnlyList<PurposeKindAnswer> Kinds, IReadOnlyList<OwnCaseAnswer> Cases);

/// <summary>A kind of purpose.</summary>
/// <param name="Case">Whether it takes a case: <c>required</c>, <c>optional</c> or <c>none</c>.</param>
/// <param name="Hours">How long it holds; 0 for one shift.</param>
public sealed record PurposeKindAnswer(string Code, string Case, int Hours, WordsAnswer Words);

/// <summary>A case that you work in.</summary>
public sealed record OwnCaseAnswer(string Id, string Reference, string Title);

/// <summary>Words in the languages of the house.</summary>
public sealed record WordsAnswer(string En, string Ar, string Ckb)
{
    internal static WordsAnswer Of(Caption caption) => new(caption.En, caption.Ar, caption.Ckb);
}

/// <summary>The codes that calls take.</summary>
/// <param name="WithdrawalReasons">Why a statement can be withdrawn.</param>
/// <param name="Types">Types of entity and of link.</param>
public sealed record VocabularyAnswer(IReadOnlyList<CodeAnswer> LegalBases, IReadOnlyList<string> Roles, IReadOnlyList<string> Categories, IReadOnlyList<string> Outcomes,
    IReadOnlyList<string> WithdrawalReasons, IReadOnlyList<string> GradingSchemes, IReadOnlyList<TypeAnswer> Types);

/// <summary>A code with its words.</summary>
public sealed record CodeAnswer(string Code, WordsAnswer Words);

/// <summary>A type of entity or of link.</summary>
/// <param name="Abstract">Others inherit from it; nothing is of it.</param>
/// <param name="Source">For a link: the type its source is of, or inherits from.</param>
/// <param name="Target">For a link: the type its target is of, or inherits from.</param>
/// <param name="Properties">Bare names, inherited ones included.</param>
public sealed record TypeAnswer(string Name, WordsAnswer Words, bool Abstract, IReadOnlyList<string> Parents, string? Source, string? Target, IReadOnlyList<string> Properties)
{
    internal static TypeAnswer Of(EntityType type) => new(type.Name, WordsAnswer.Of(type.Label), type.Abstract, type.Parents, type.Link?.SourceType, type.Link?.TargetType, [.. type.Properties.Select(one => one.Name)]);
}

/// <summary>What to work for, and the words of calls. The way in itself stands with the accounts.</summary>
internal static class PurposesApi
{
    public static void MapPurposes(this RouteGroupBuilder api)
    {
        api.MapGet("/purposes", Purposes).WithTags("Purposes").Is("ListPurposes", "What you can work for: kinds of purpose, and your cases");
        api.MapGet("/vocabulary", (Gate gate) => TypedResults.Ok(Vocabulary(gate.Policy))).WithTags("Purposes").Is("ShowVocabulary", "The codes that calls take; nothing of the register");
    }

    private static async Task<Answer<PurposesAnswer>> Purposes(Caller caller, Gate gate, PublicIds ids, CancellationToken ct) => new Outcome<PurposesAnswer>.Done(new(
        [.. gate.Policy.Purposes.Select(kind => new PurposeKindAnswer(kind.Code, kind.Case, kind.Hours, new(kind.En, kind.Ar, kind.Ckb)))],
        [.. (await gate.Rights.OwnCases(caller.Visitor.Officer, ct)).Select(one => new OwnCaseAnswer(ids.Show(PublicKind.Case, one.Key), one.Reference, one.Title))]));

    private static VocabularyAnswer Vocabulary(Policy policy) => new([.. policy.LegalBases.Select(basis => new CodeAnswer(basis.Code, new(basis.En, basis.Ar, basis.Ckb)))],
        [.. policy.Roles], policy.Categories, LegalOutcomes.All, WithdrawStatement.Reasons, [.. GradingSchemes.All.Select(scheme => scheme.Text())], [.. Schema.Builtin.Types.Select(TypeAnswer.Of)]);
}
