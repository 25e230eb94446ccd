using Plumbline.NameTables;

namespace Plumbline.Specs.Screening;

/// <summary>What the tool measures of the shared data, measured once for all specs that ask: it takes most of a minute.</summary>
internal static class LearnedAgain
{
    private static readonly Lazy<ModelLearner> OfPairs = new(() =>
    {
        var learner = new ModelLearner(Tokens());
        learner.Measure();
        return learner;
    });

    private static readonly Lazy<ScreenLearner> OfScreens = new(() =>
    {
        var learner = new ScreenCheck(Tokens()).Learner(OfPairs.Value, ScreenCheck.Committed.Weighing, ScreenCheck.Committed.OfPairs);
        learner.Measure();
        return learner;
    });

    /// <summary>The labelled pairs, measured.</summary>
    public static ModelLearner Pairs()
    {
        Tokens();   // where there are none the spec is skipped, and not the next one for its reason
        return OfPairs.Value;
    }

    /// <summary>The development queries, screened.</summary>
    public static ScreenLearner Screens()
    {
        Tokens();
        return OfScreens.Value;
    }

    /// <summary>The shared names; a spec is skipped where they are not on this machine.</summary>
    public static TokenPairs Tokens() => new(Path.GetDirectoryName(SharedData.Need("data/names/pairs_dev.tsv.gz"))!);
}
