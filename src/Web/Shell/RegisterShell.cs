using System.Globalization;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Shell;

/// <summary>The frame's knowledge from the register: the officer's name, the pages that the roles allow, the purposes that hold.</summary>
internal sealed class RegisterShell(Gate gate, PublicIds ids, TimeProvider clock) : IShellSource
{
    private const int RecentShown = 5;

    public async Task<ShellView> Load(SignedIn me, string? purposeKey, CancellationToken ct)
    {
        var officer = await gate.Rights.Officer(me.OfficerKey, ct);
        var roles = officer is { Active: not 0 } ? await gate.Rights.Roles(me.OfficerKey, ct) : [];
        var pages = PageMap.All.Where(page => page.Action is null || gate.Policy.Allows(roles, page.Action)).Select(page => page.Id).ToHashSet(StringComparer.Ordinal);
        var stated = await gate.Rights.RecentPurposes(me.OfficerKey, clock.Micros(), RecentShown, ct);
        var cases = (await gate.Rights.OwnCases(me.OfficerKey, ct)).ToDictionary(one => one.Key);
        // A purpose whose case was closed to the officer is not offered again.
        var recent = stated.Where(purpose => purpose.CaseKey is not { } key || cases.ContainsKey(key)).Select(purpose => View(purpose, cases)).ToArray();
        return new ShellView(Name(officer, me), pages, recent.FirstOrDefault(purpose => purpose.Key == purposeKey) ?? recent.FirstOrDefault(), recent);
    }

    public async Task<Outcome<PurposeView>> Choose(SignedIn me, string purposeKey, CancellationToken ct)
    {
        var unknown = new Refusal("purpose.unknown", "There is no such purpose.");
        if (!ids.TryRead(purposeKey, out var kind, out var key) || kind != PublicKind.Purpose) return unknown;
        var cases = (await gate.Rights.OwnCases(me.OfficerKey, ct)).ToDictionary(one => one.Key);
        if (await gate.Rights.Purpose(key, ct) is not { } purpose || purpose.Officer != me.OfficerKey || purpose.ExpiresAt <= clock.Micros()) return unknown;
        if (purpose.CaseKey is { } held && !cases.ContainsKey(held)) return unknown;
        var admitted = await gate.Admit(new Visitor(me.OfficerKey, key, "web"), Actions.StatePurpose, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        await gate.Record(reader, Actions.StatePurpose, $"purpose:{key}", 1, "taken up again", ct);
        return View(purpose, cases);
    }

    private PurposeView View(StatedPurpose purpose, Dictionary<long, OwnCase> cases) => new(
        ids.Show(PublicKind.Purpose, purpose.Key),
        purpose.CaseKey is { } key ? cases[key].Reference : null,
        PurposeWords.Of(gate.Policy, purpose.Code),
        purpose.Reason);

    // A name in the script of the reader's language where the officer has both.
    private static string Name(OfficerRights? officer, SignedIn me) => officer is null ? me.UserName
        : officer.NameOther is { } other && Scripts.Of(officer.Name) == "Arab" != CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? other
        : officer.Name;
}
