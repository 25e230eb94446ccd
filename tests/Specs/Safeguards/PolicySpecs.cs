using System.Reflection;
using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Specs.Safeguards;

/// <summary>A policy pack says what roles may do; the red lines say what no pack may say.</summary>
public sealed class PolicySpecs
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(Repository.Root, "data/packs/policy/default.yaml"));

    [Fact]
    public void The_pack_that_ships_is_read() => Assert.IsType<Outcome<Policy>.Done>(Read(Shipped));

    [Fact]
    public void Every_action_of_the_code_belongs_to_some_role_and_coming_in_and_a_concern_to_everyone() => Assert.Equal(
        typeof(Actions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Policy.Default.Actions.Append(Actions.SendConcern).Append(Actions.SignIn).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("administrator: [", "administrator: [item.read, ", "administrator may never have item.read")]
    [InlineData("administrator: [", "administrator: [role.grant, ", "role.grant belongs to supervisor alone")]
    [InlineData("oversight: [", "oversight: [mark, ", "oversight may never have mark")]
    [InlineData("oversight: [", "oversight: [export, ", "oversight may never have export")]
    [InlineData("supervisor: [", "supervisor: [audit.read, ", "audit.read belongs to oversight alone")]
    [InlineData("supervisor: [", "supervisor: [concern.read, ", "concern.read belongs to oversight alone")]
    [InlineData("supervisor: [", "supervisor: [account.reset, ", "account.reset belongs to administrator alone")]
    [InlineData("trainer: [", "trainer: [person.score, ", "person.score is unknown")]
    [InlineData("alone: [administrator, oversight]", "alone: [administrator]", "oversight is held alone")]
    [InlineData("- [source_keeper, analyst]", "- [source_keeper, trainer]", "Source keeper and analyst are kept apart")]
    [InlineData("code: enquiry, case: none, hours: 72", "code: enquiry, case: none, hours: 720", "enquiry holds 1 to 72 hours")]
    public void One_that_loosens_a_red_line_is_refused(string from, string to, string crossed)
    {
        Assert.Contains(from, Shipped, StringComparison.Ordinal);
        var refused = Assert.IsType<Outcome<Policy>.Refused>(Read(Shipped.Replace(from, to, StringComparison.Ordinal))).Reason;
        Assert.Equal("policy.red-line", refused.Code);
        Assert.Contains(crossed, refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grader: [report.receive, ", "grader: [")]
    [InlineData("code: enquiry, case: none, hours: 72", "code: enquiry, case: none, hours: 24")]
    public void One_that_tightens_is_taken(string from, string to) => Assert.IsType<Outcome<Policy>.Done>(Read(Shipped.Replace(from, to, StringComparison.Ordinal)));

    [Fact]
    public void One_that_cannot_be_read_says_where() =>
        Assert.Contains("Line 3", Assert.IsType<Outcome<Policy>.Refused>(Read("roles:\n  analyst: [item.read")).Reason.Detail, StringComparison.Ordinal);

    private static Outcome<Policy> Read(string text) => Policy.Read(new StringReader(text));
}
