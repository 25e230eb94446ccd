using System.CommandLine;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network …</c>: engines on graphs in plain files. A new subcommand is one file and one line here.</summary>
internal static class NetworkCommand
{
    public static Command Make() => new("network", "Measure networks in plain files: what the recorded ties look like, never what a person is")
    {
        NetworkMeasure.Make(),
        NetworkCommunities.Make(),
        NetworkKeyPlayers.Make(),
        NetworkDismantle.Make(),
        NetworkPaths.Make(),
        NetworkUncertain.Make(),
        NetworkSurvive.Make(),
        NetworkLayout.Make(),
        NetworkProject.Make(),
        NetworkMotifs.Make(),
        NetworkMissing.Make(),
        NetworkBrokers.Make(),
        NetworkBlocks.Make(),
        NetworkBench.Make(),
    };
}
