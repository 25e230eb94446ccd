using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Web.Accounts;

/// <summary>For whom an endpoint acts: a parameter of this type is bound from the request's token or session and its purpose.</summary>
/// <param name="Visitor">Passed to every use case. Without the header of the purpose it has none, and the gate says so.</param>
public sealed record Caller(Visitor Visitor)
{
    /// <summary>The header that carries the purpose, such as <c>P-4k2m…</c>; as the tab does for pages.</summary>
    public const string PurposeHeader = "Plumbline-Purpose";

    /// <summary>The header that says on whose instruction, in words; percent-encoded where they are not ASCII.</summary>
    public const string InstructionHeader = "Plumbline-On-Instruction-Of";

    /// <summary>Binds the parameter of a minimal endpoint; null, and so 400, only on an endpoint that forgot to ask for a sign-in.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    /// <summary>The caller of a request, or null when nobody is signed in.</summary>
    public static Caller? Of(HttpContext context)
    {
        if (SignedIn.Of(context.User) is not { } me) return null;
        var ids = context.RequestServices.GetRequiredService<PublicIds>();
        var purpose = context.Request.Headers[PurposeHeader] is [{ } header] && ids.TryRead(header, out var kind, out var key) && kind == PublicKind.Purpose ? key : (long?)null;
        var instruction = context.Request.Headers[InstructionHeader] is [{ Length: > 0 } words] ? Uri.UnescapeDataString(words) : null;
        var channel = context.User.Identity?.AuthenticationType == TokenScheme.Name ? "api" : "web";
        return new Caller(new Visitor(me.OfficerKey, purpose, channel) { OnInstructionOf = instruction });
    }
}
