namespace Plumbline.Register.Questions;

/// <summary>A watchlist: on which imported list it stands, who answers for it, on what law, until when.</summary>
public sealed record WatchlistRow
{
    /// <summary>Key.</summary>
    public long Key { get; init; }

    /// <summary>Name that officers use.</summary>
    public string Name { get; init; } = "";

    /// <summary>Key of the imported list.</summary>
    public string List { get; init; } = "";

    /// <summary>Its newest complete version; null while none was imported.</summary>
    public string? Version { get; init; }

    /// <summary>Entries that are held.</summary>
    public long Entries { get; init; }

    /// <summary>Key of the officer who answers for it.</summary>
    public long Owner { get; init; }

    /// <summary>Name of that officer.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>Code of the policy.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>What an officer does who meets somebody of it.</summary>
    public string Instruction { get; init; } = "";

    /// <summary>Day number of the next review.</summary>
    public long ReviewDay { get; init; }

    /// <summary><c>draft</c>, <c>active</c> or <c>retired</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>Key of the officer who entered it.</summary>
    public long CreatedBy { get; init; }

    /// <summary>People of the sample by which it was tried; null before.</summary>
    public long? Sampled { get; init; }

    /// <summary>Of those, how many would have met somebody.</summary>
    public long? SampleHits { get; init; }

    /// <summary>Whether its entries are the unit's own: nominated and approved here.</summary>
    public bool IsOwn => List.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <summary>How the key of an own list begins.</summary>
    public const string OwnPrefix = "own:";
}

/// <summary>A number that oversight reads: what came of names in one script against one list.</summary>
public sealed record TallyRow(long Watchlist, string Name, string Script, string What, long Number);

/// <summary>Which watchlists are there, and what came of them? They carry no label: who may ask is the gate's.</summary>
public sealed class WatchlistRows(Reader reader)
{
    /// <summary>All, by name.</summary>
    /// <param name="today">Day number: own entries are in force until a day.</param>
    public Task<IReadOnlyList<WatchlistRow>> All(long today, CancellationToken ct) => reader.Ask<WatchlistRow>("""
        select w.key, w.name, w.list, w.owner, o.name as OwnerName, w.legal_basis as LegalBasis, w.instruction, w.review_day as ReviewDay, w.state, w.created_by as CreatedBy,
          w.sampled, w.sample_hits as SampleHits, (select count(*) from list_entry e where e.list = w.list)
            + (select count(*) from nomination n where n.list = w.list and n.state in ('approved', 'renewing') and n.expires_day >= @today) as Entries,
          (select i.version from import_record i where i.list = w.list and i.state = 'done' order by i.version desc, i.key desc limit 1) as Version
        from watchlist w join officer o on o.key = w.owner order by w.name
        """, new { today }, ct);

    /// <summary>Lists of which a version was imported to its end.</summary>
    public Task<IReadOnlyList<string>> Imported(CancellationToken ct) => reader.Ask<string>("select distinct list from import_record where state = 'done' order by list", null, ct);

    /// <summary>Numbers by list, script and outcome.</summary>
    public Task<IReadOnlyList<TallyRow>> Tallies(CancellationToken ct) => reader.Ask<TallyRow>("""
        select t.watchlist, w.name, t.script, t.what, t.number from screening_tally t join watchlist w on w.key = t.watchlist order by w.name, t.script, t.what
        """, null, ct);
}
