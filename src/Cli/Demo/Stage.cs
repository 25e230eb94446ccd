using Plumbline.Core;
using Plumbline.Exchange.Receiving;
using Plumbline.Register;
using Plumbline.Register.Following;
using Plumbline.Safeguards;

namespace Plumbline.Cli.Demo;

/// <summary>What the play needs: the script, the officers, the use cases that officers use every day, and what became of the script's names.</summary>
internal sealed class Stage(SampleCase script, string folder, StoryClock clock, IServiceProvider house, Projections projections)
{
    public SampleCase Script => script;

    public string Folder => folder;

    public StoryClock Clock => clock;

    /// <summary>The ids by which the pages know things; read before the home is moved into place.</summary>
    public PublicIds Ids { get; } = (PublicIds)house.GetService(typeof(PublicIds))!;

    public Cast Cast { get; } = new(script, (RegisterStore)house.GetService(typeof(RegisterStore))!, (StatePurpose)house.GetService(typeof(StatePurpose))!, clock);

    /// <summary>Items by the script's name, such as <c>09.2</c>.</summary>
    public Dictionary<string, long> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts of the items, for finding what is marked.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Entities by the script's name.</summary>
    public Dictionary<string, long> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>Links by type and ends.</summary>
    public Dictionary<(string Type, string Source, string Target), long> Links { get; } = [];

    /// <summary>Statements by the mark that made them.</summary>
    public Dictionary<SampleMark, IReadOnlyList<long>> Marked { get; } = [];

    /// <summary>What could not be done as the script says, in words; a spec holds that there is nothing.</summary>
    public List<string> Astray { get; } = [];

    /// <summary>What each list import did.</summary>
    public List<ImportedList> Imported { get; } = [];

    /// <summary>Makes what was written so far findable.</summary>
    public Task CatchUp(CancellationToken ct) => projections.CatchUp(ct);

    public T Use<T>() where T : class => (T)house.GetService(typeof(T))!;

    /// <summary>The value of an outcome; what was refused is noted, and the play goes on.</summary>
    public T? Take<T>(string what, Outcome<T> outcome)
    {
        if (outcome is Outcome<T>.Done { Value: var value }) return value;
        Astray.Add($"{what}: {outcome.Why.Code}: {outcome.Why.Detail}");
        return default;
    }
}
