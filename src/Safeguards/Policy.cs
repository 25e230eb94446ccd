using System.Reflection;
using Plumbline.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Plumbline.Safeguards;

/// <summary>The policy pack in force: what each role may do, the purposes, categories and legal bases. Data; it may only tighten the red lines of the code.</summary>
public sealed class Policy
{
    private readonly Dictionary<string, HashSet<string>> actionsByRole;

    private Policy(PolicyFile file)
    {
        Roles = [.. file.Roles.Keys];
        Alone = file.Alone.ToHashSet(StringComparer.Ordinal);
        actionsByRole = file.Roles.ToDictionary(role => role.Key, role => role.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Purposes = file.Purposes;
        Categories = file.Categories;
        LegalBases = file.LegalBases;
    }

    /// <summary>The pack that ships: after Directive (EU) 2016/680 and Rec(87)15.</summary>
    public static Policy Default { get; } = Load("data/packs/policy/default.yaml");

    /// <summary>Role codes in policy order.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>Roles that nobody may hold together with any other.</summary>
    public IReadOnlySet<string> Alone { get; }

    /// <summary>Purposes in the order shown.</summary>
    public IReadOnlyList<PurposeKind> Purposes { get; }

    /// <summary>Codes of the categories a person can have in a case; the first is the default.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Legal bases in the order shown; there is no "other".</summary>
    public IReadOnlyList<LegalBasis> LegalBases { get; }

    /// <summary>Every action that some role may do, in ordinal order.</summary>
    public IReadOnlyList<string> Actions => [.. actionsByRole.Values.SelectMany(actions => actions).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether one of the roles may do the action.</summary>
    public bool Allows(IEnumerable<string> roles, string action) =>
        roles.Any(role => actionsByRole.TryGetValue(role, out var actions) && actions.Contains(action));

    /// <summary>The roles that may do an action, for telling an officer whom to ask.</summary>
    public IReadOnlyList<string> WhoMay(string action) => [.. Roles.Where(role => actionsByRole[role].Contains(action))];

    private static Policy Load(string resource)
    {
        using var stream = typeof(Outcome<>).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The policy pack {resource} is not in the assembly {Assembly.GetExecutingAssembly().GetName().Name}.");
        using var reader = new StreamReader(stream);
        return new Policy(new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance)
            .IgnoreUnmatchedProperties().Build().Deserialize<PolicyFile>(reader));
    }

    private sealed class PolicyFile
    {
        public Dictionary<string, List<string>> Roles { get; init; } = [];

        public List<string> Alone { get; init; } = [];

        public List<PurposeKind> Purposes { get; init; } = [];

        public List<string> Categories { get; init; } = [];

        public List<LegalBasis> LegalBases { get; init; } = [];
    }
}

/// <summary>A kind of purpose: its code, whether it needs a case, and how long it holds without one.</summary>
public sealed class PurposeKind
{
    /// <summary>Stable code, such as <c>investigation</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary><c>required</c>, <c>optional</c> or <c>none</c>.</summary>
    public string Case { get; init; } = "none";

    /// <summary>Hours it holds; 0 for one shift of 12.</summary>
    public int Hours { get; init; }

    /// <summary>English.</summary>
    public string En { get; init; } = "";

    /// <summary>Arabic.</summary>
    public string Ar { get; init; } = "";

    /// <summary>Sorani Kurdish.</summary>
    public string Ckb { get; init; } = "";
}

/// <summary>A ground in law on which something may be kept.</summary>
public sealed class LegalBasis
{
    /// <summary>Stable code, such as <c>police-task</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>English.</summary>
    public string En { get; init; } = "";

    /// <summary>Arabic.</summary>
    public string Ar { get; init; } = "";

    /// <summary>Sorani Kurdish.</summary>
    public string Ckb { get; init; } = "";
}
