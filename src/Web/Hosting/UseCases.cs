using Microsoft.Extensions.DependencyInjection;
using Plumbline.Exchange.Charts;
using Plumbline.Exchange.Export;
using Plumbline.Exchange.Receiving;
using Plumbline.Exchange.Watchlists;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Register;
using Plumbline.Safeguards;
using Plumbline.Safeguards.Sources;
using Plumbline.Screening.Identity;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Web.Hosting;

/// <summary>Every use case of every room, on one screen. They hold nothing between calls, so that one of each serves all.</summary>
public static class UseCases
{
    /// <summary>The use cases of a home. The search index is the host's to add, who opens it, keeps it up and closes it.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services, Home home, TimeProvider clock) => services
        .AddSingleton(clock)
        .AddSingleton(home)
        .AddSingleton(home.Store)
        .AddSingleton(_ => home.Ids)
        .AddSingleton<Labels>()
        .AddSingleton<ActLog>()
        .AddSafeguards()
        .AddIntelligence()
        .AddScreening()
        .AddNetworks()
        .AddExchange();

    private static IServiceCollection AddSafeguards(this IServiceCollection services) => services
        .AddSingleton<Gate>()
        .AddSingleton<StatePurpose>()
        .AddSingleton<CreateOfficer>()
        .AddSingleton<OfficerDoors>()
        .AddSingleton<GrantRole>()
        .AddSingleton<ViewOfficers>()
        .AddSingleton<RunCase>()
        .AddSingleton<ReadAudit>()
        .AddSingleton<KeepLog>()
        .AddSingleton<SourceSeal>()
        .AddSingleton<ListSources>()
        .AddSingleton<AddSource>()
        .AddSingleton<StateSourceBasis>()
        .AddSingleton<AssignSource>()
        .AddSingleton<RevealSource>()
        .AddSingleton<TellOversight>();

    private static IServiceCollection AddIntelligence(this IServiceCollection services) => services
        .AddSingleton<ReceiveReport>()
        .AddSingleton<WriteNote>()
        .AddSingleton<GradeItem>()
        .AddSingleton<ViewItem>()
        .AddSingleton<CompleteItem>()
        .AddSingleton<ViewReport>()
        .AddSingleton<ViewWork>()
        .AddSingleton<MarkItem>()
        .AddSingleton<AcceptMark>()
        .AddSingleton<ViewMarks>()
        .AddSingleton<WithdrawStatement>()
        .AddSingleton<FindEntities>()
        .AddSingleton<ViewEntity>()
        .AddSingleton<CheckValue>()
        .AddSingleton<Find>()
        .AddSingleton<SetCategory>()
        .AddSingleton<RecordOutcome>()
        .AddSingleton<ClearCustody>();

    private static IServiceCollection AddScreening(this IServiceCollection services) => services
        .AddSingleton<LoadLists>()
        .AddSingleton<ClearingKey>()
        .AddSingleton<KeepWatchlists>()
        .AddSingleton<ScreenPeople>()
        .AddSingleton<ViewCandidates>()
        .AddSingleton<SettleCandidate>()
        .AddSingleton<LoadRecords>()
        .AddSingleton<ReviewIdentities>()
        .AddSingleton<JudgeIdentity>()
        .AddSingleton<LearnWeights>()
        .AddSingleton<CompareAgain>()
        .AddSingleton<RescreenRegister>()
        .AddSingleton<Nominate>()
        .AddSingleton<ViewNominations>()
        .AddSingleton<KeepSharedKeys>()
        .AddSingleton<ClearNamesake>();

    private static IServiceCollection AddNetworks(this IServiceCollection services) => services
        .AddSingleton<OpenChart>()
        .AddSingleton<KeepChart>()
        .AddSingleton<CompareChart>()
        .AddSingleton<CombineCharts>()
        .AddSingleton<ExpandOnChart>()
        .AddSingleton<FindPathOnChart>()
        .AddSingleton<MapChart>()
        .AddSingleton<MeasureChart>()
        .AddSingleton<ComparePlans>();

    private static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddSingleton<ReceiveDocument>()
        .AddSingleton<ReceiveFiles>()
        .AddSingleton<ExportEntity>()
        .AddSingleton<ExportFound>()
        .AddSingleton(provider => new ImportList(provider.GetRequiredService<Gate>(), provider.GetRequiredService<Labels>(), provider.GetRequiredService<TimeProvider>(), Rejects(provider)))
        .AddSingleton<ExportWatchlist>()
        .AddSingleton<ReceiveWatchlist>()
        .AddSingleton<ExportChart>()
        .AddSingleton(provider => new TakeRejects(provider.GetRequiredService<Gate>(), Rejects(provider)));

    private static string Rejects(IServiceProvider provider) => Path.Combine(provider.GetRequiredService<Home>().Folder, "rejects");
}
