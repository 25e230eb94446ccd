using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Safeguards.Sources;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>A source to enter.</summary>
/// <param name="Kind">human, witness, detained-person, open, institution or partner.</param>
/// <param name="LegalBasis">Code of the policy: on what law it may be used.</param>
/// <param name="Reference">Reference number; left out, the next free one.</param>
/// <param name="Identity">Who it is; sealed before it is written.</param>
public sealed record SourceForm([property: Required, StringLength(40)] string Kind, [property: Required, StringLength(40)] string LegalBasis,
    [property: StringLength(40)] string? Reference = null, [property: StringLength(2000)] string? Identity = null);

/// <summary>The legal basis of a source, and why it is stated so.</summary>
public sealed record SourceBasisForm([property: Required, StringLength(40)] string LegalBasis, [property: Required, StringLength(400, MinimumLength = 10)] string Reason);

/// <summary>Items that get the number of a source.</summary>
/// <param name="Items">Ids of items that wait.</param>
public sealed record AssignForm([property: Required, Length(1, 500)] IReadOnlyList<string> Items);

/// <summary>Why an identity is opened; oversight reads it.</summary>
public sealed record RevealForm([property: Required, StringLength(400, MinimumLength = 10)] string Reason);

/// <summary>A reference of a source.</summary>
public sealed record SourceReference(string Reference);

/// <summary>Who a source is.</summary>
public sealed record SourceIdentity(string Reference, string Identity);

/// <summary>A source: its number and kind, never who it is.</summary>
/// <param name="LegalBasis">On what law it is used; null while nobody stated one.</param>
/// <param name="Items">How many items cite it.</param>
/// <param name="HasIdentity">Whether an identity lies under seal.</param>
public sealed record SourceAnswer(string Reference, string Kind, string? LegalBasis, DateTimeOffset EnteredAt, string? EnteredBy, long Items, bool HasIdentity);

/// <summary>A reference that items cite and nobody entered.</summary>
public sealed record CitedAnswer(string Reference, long Items);

/// <summary>An item that waits for a number: where it stands, never what it says.</summary>
public sealed record UnsourcedAnswer(string Item, long Number, string Kind, string? LetterNumber, string? LetterDate, DateTimeOffset ReceivedAt, string ReceivedBy);

/// <summary>The source register as its keeper sees it.</summary>
/// <param name="Waiting">The oldest first, 500 at most.</param>
/// <param name="Next">The next free reference number.</param>
public sealed record SourcesAnswer(IReadOnlyList<SourceAnswer> Sources, IReadOnlyList<CitedAnswer> Unregistered, IReadOnlyList<UnsourcedAnswer> Waiting, long TotalWaiting, string Next)
{
    internal static SourcesAnswer Of(SourcesView view, PublicIds ids) => new(
        [.. view.Sources.Select(row => new SourceAnswer(row.Reference, row.Kind, row.LegalBasis, Clock.FromMicros(row.CreatedAt), row.Keeper, row.Items, row.HasIdentity != 0))],
        [.. view.Unregistered.Select(row => new CitedAnswer(row.Reference, row.Items))],
        [.. view.Waiting.Select(row => new UnsourcedAnswer(ids.Show(PublicKind.Item, row.Key), row.Number, row.Kind, row.LetterNumber, row.LetterDate, Clock.FromMicros(row.ReceivedAt), row.ReceivedBy))],
        view.TotalWaiting, view.Next);
}

/// <summary>The source register, for its keeper.</summary>
internal static class SourcesApi
{
    public static void MapSources(this RouteGroupBuilder api)
    {
        var sources = api.MapGroup("/sources").WithTags("Sources");
        sources.MapGet("/", Show).Is("ListSources", "Sources by number, references that nobody entered, and what waits for a number");
        sources.MapPost("/", Add).Is("AddSource", "Enters a source; who it is is sealed before it is written");
        sources.MapPost("/{reference}/basis", Basis).Is("StateSourceBasis", "States on which law a source is used; what was stated before stays as history");
        sources.MapPost("/{reference}/items", Assign).Is("AssignSource", "Gives items that came without a source the number of one");
        sources.MapPost("/{reference}/reveal", Reveal).Is("RevealSource", "Opens who a source is, for a reason that oversight reads");
    }

    private static async Task<Answer<SourcesAnswer>> Show(Caller caller, ListSources list, PublicIds ids, CancellationToken ct) =>
        (await list.Run(caller.Visitor, ct)).Then<SourcesAnswer>(view => SourcesAnswer.Of(view, ids));

    private static async Task<Answer<SourceReference>> Add(SourceForm form, Caller caller, AddSource add, CancellationToken ct) =>
        (await add.Run(caller.Visitor, new NewSource(form.Kind, form.LegalBasis) { Reference = form.Reference, Identity = form.Identity }, ct)).Then<SourceReference>(made => new SourceReference(made));

    private static async Task<Answer<SourceReference>> Basis(string reference, SourceBasisForm form, Caller caller, StateSourceBasis state, CancellationToken ct) =>
        (await state.Run(caller.Visitor, reference, form.LegalBasis, form.Reason, ct)).Then<SourceReference>(_ => new SourceReference(reference));

    private static async Task<Answer<Counted>> Assign(string reference, AssignForm form, Caller caller, AssignSource assign, PublicIds ids, CancellationToken ct) =>
        (await assign.Run(caller.Visitor, [.. form.Items.Select(item => ids.Key(PublicKind.Item, item))], reference, ct)).Then<Counted>(count => new Counted(count));

    private static async Task<Answer<SourceIdentity>> Reveal(string reference, RevealForm form, Caller caller, RevealSource reveal, CancellationToken ct) =>
        (await reveal.Run(caller.Visitor, reference, form.Reason, ct)).Then<SourceIdentity>(identity => new SourceIdentity(reference, identity));
}
