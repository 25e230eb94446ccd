using System.Reflection;
using Plumbline.Core;
using YamlDotNet.Core;
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
        Apart = file.Apart;
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

    /// <summary>Sets of roles of which nobody may hold two.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Apart { get; }

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

    /// <summary>The role that forbids a further one, or null when they go together.</summary>
    /// <param name="held">Roles in force or waiting.</param>
    public string? Against(IEnumerable<string> held, string role) => held.Where(other => other != role)
        .FirstOrDefault(other => Alone.Contains(role) || Alone.Contains(other) || Apart.Any(pair => pair.Contains(role) && pair.Contains(other)));

    /// <summary>Reads a pack; one that loosens a red line of the code is refused with every line that it crosses.</summary>
    public static Outcome<Policy> Read(TextReader text)
    {
        Policy policy;
        try
        {
            policy = new Policy(new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance)
                .IgnoreUnmatchedProperties().Build().Deserialize<PolicyFile>(text));
        }
        catch (YamlException fault)
        {
            return new Refusal("policy.unreadable", $"Line {fault.Start.Line}, column {fault.Start.Column}: {fault.Message}");
        }
        var crossed = RedLines.CrossedBy(policy).ToArray();
        return crossed.Length == 0 ? policy : new Refusal("policy.red-line", string.Join(' ', crossed));
    }

    private static Policy Load(string resource)
    {
        using var stream = typeof(Outcome<>).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The policy pack {resource} is not in the assembly {Assembly.GetExecutingAssembly().GetName().Name}.");
        using var reader = new StreamReader(stream);
        return Read(reader) is Outcome<Policy>.Done { Value: var policy } ? policy : throw new InvalidOperationException($"The policy pack {resource} is refused.");
    }

    private sealed class PolicyFile
    {
        public Dictionary<string, List<string>> Roles { get; init; } = [];

        public List<string> Alone { get; init; } = [];

        public List<List<string>> Apart { get; init; } = [];

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
