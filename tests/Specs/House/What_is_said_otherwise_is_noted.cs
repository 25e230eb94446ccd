using System.Text.RegularExpressions;

namespace Plumbline.Specs.House;

/// <summary>Lists are kept ready by what is noted as touched: whoever writes a statement, takes it back, hides it, or changes who is listed, notes it, or somebody hidden would still be suggested.</summary>
public sealed partial class What_is_said_otherwise_is_noted
{
    // It hides judgements, charts and plans, and no statement; a register that is taken in is empty before, and nobody keeps anything of it.
    private static readonly string[] WriteNoStatement = ["src/Register/Upkeep/RestingLabels.cs", "src/Register/Upkeep/RegisterImport.cs"];

    [Fact]
    public void By_every_file_that_writes_it() =>
        Breaches.None(Repository.Under("src", ".cs").Where(file => !WriteNoStatement.Contains(file.Path) && Writes().IsMatch(file.Text) && !Notes().IsMatch(file.Text)).Select(file => file.Path), "Note the entities with TouchedRecords:");

    [Theory]
    [InlineData("update statement set withdrawn_at = @now where key = @key", true)]
    [InlineData("update {table} set current_label = @label", true)]
    [InlineData("""BulkRows.Insert(writer, "statement", Columns, rows, ct)""", true)]
    [InlineData("""BulkRows.Upsert(writer, "list_entry", columns""", true)]
    [InlineData("delete from list_entry where list = @list", true)]
    [InlineData("update statement set current_grade = @grade where item = @Item", false)]
    [InlineData("update list_entry set seen = @import where list = @list", false)]
    [InlineData("""BulkRows.Insert(writer, "entity", columns""", false)]
    public void One_that_does_not_would_be_seen(string text, bool found) => Assert.Equal(found, Writes().IsMatch(text));

    [GeneratedRegex("""update\s+(?:statement|\{table\})\s+set\s+(?!current_grade)|(?:Insert|Upsert)\(writer, "(?:statement|list_entry)"|insert\s+into\s+(?:statement|list_entry)\b|delete\s+from\s+(?:statement|list_entry)\b""")]
    private static partial Regex Writes();

    [GeneratedRegex(@"new TouchedRecords\(writer\)")]
    private static partial Regex Notes();
}
