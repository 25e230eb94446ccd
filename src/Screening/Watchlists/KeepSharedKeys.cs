using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Watchlists;

/// <summary>The keys by name and id, never themselves, and what came under them.</summary>
public sealed record SharedKeysView(IReadOnlyList<(string Name, string Id)> Keys, IReadOnlyList<ReceivedShareRow> Received);

/// <summary>Makes and takes in the keys that two units hold in common. A key is shown once; the log holds its name and id.</summary>
public sealed class KeepSharedKeys(Gate gate, ClearingKey clearing, TimeProvider clock)
{
    /// <summary>The keys and what other units sent under them.</summary>
    public async Task<Outcome<SharedKeysView>> All(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ExportWatchlist, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var view = new SharedKeysView(clearing.Shared.All(), await new ClearedRows(reader).Received(clock.Micros(), ct));
        await gate.Record(reader, Actions.ExportWatchlist, "", view.Keys.Count, "shared keys", ct);
        return view;
    }

    /// <summary>Makes a key, or takes in the one that the other unit made.</summary>
    /// <param name="text">As the other unit wrote it; null to make one.</param>
    /// <returns>The key, to be carried to the other unit.</returns>
    public async Task<Outcome<string>> Keep(Visitor visitor, string name, string? text, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReceiveWatchlist, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var kept = clearing.Shared.Keep(name.Trim(), text);
        if (kept is not Outcome<string>.Done { Value: var key }) return await gate.Refuse(reader, Actions.ReceiveWatchlist, kept.Why, ct);
        await gate.Record(reader, Actions.ReceiveWatchlist, "", 1, $"shared key {name.Trim()} {SharedKeys.IdOf(Convert.FromBase64String(key))} {(text is null ? "made" : "taken in")}", ct);
        return key;
    }
}
