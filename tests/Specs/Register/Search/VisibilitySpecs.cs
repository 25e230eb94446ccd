using CsCheck;
using Plumbline.Register.Search;

namespace Plumbline.Specs.Register.Search;

public sealed class What_is_hidden : SearchSpec
{
    private static readonly string[] Words = ["car", "cars", "red", "bridge", "bridges", "0123", "456", "احمد", "المتهمون", "متهم", "پیاوەکان", "al-karam"];

    private static readonly Gen<string> Text = Gen.OneOfConst(Words).Array[1, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<SearchDocument[]> Documents = (
        from text in Text
        from label in Gen.Long[1, 3]
        from entity in Gen.Long[1, 4]
        from name in Gen.Bool
        select (text, label, entity, name)).Array[1, 15].Select(all => all.Select((d, key) =>
            new SearchDocument(d.name ? SearchKind.Statement : SearchKind.Item, key, d.entity, d.label, "person", [new SearchText(d.text, IsName: d.name)])).ToArray());

    private static readonly Gen<string> Query = Gen.OneOf(
        Text, Text.Select(text => $"\"{text}\""), Gen.OneOfConst(Words).Select(word => word[..^1] + "*"), Gen.OneOfConst(Words).Select(word => word + "~"),
        Gen.Select(Text, Text).Select((one, other) => $"{one} OR {other}"), Gen.Select(Text, Text).Select((one, other) => $"{one} -{other}"));

    [Fact]
    public void Changes_nothing_in_any_answer() => Gen.Select(Documents, Query).Sample((documents, query) =>
    {
        using var all = Filled(documents);
        using var visible = Filled(documents.Where(document => document.Label == Open));
        Assert.Equal(Shown(visible, query), Shown(all, query));
    }, iter: 300);

    [Fact]
    public void Is_not_counted()
    {
        Given(Name(1, "red", entity: 7), Name(2, "red", entity: 7, label: Hidden), Name(3, "red", entity: 8, label: Hidden), Item(4, "red", label: 99));
        var answer = Answer("red");
        Assert.Equal((1, 1), (answer.Total, answer.Groups));
        Assert.Equal((7, 1), (answer.Hits[0].Group, answer.Hits[0].InGroup));
        Assert.Equal(0, Answer("red", new SearchFilter(LabelSet.None)).Total);
        Assert.Equal(3, Answer("red", new SearchFilter(new LabelSet([Open, Hidden]))).Total);
    }

    [Fact]
    public void Is_hidden_as_soon_as_its_label_is()
    {
        Given(Item(1, "red"));
        Index.Put([Item(1, "red", label: Hidden)], CancellationToken.None);
        Assert.Equal(1, Answer("red").Total);
        Index.Publish(2);
        Assert.Equal(0, Answer("red").Total);
    }

    private static SearchIndex Filled(IEnumerable<SearchDocument> documents)
    {
        var index = SearchIndex.InMemory();
        index.Put(documents, CancellationToken.None);
        index.Publish(0);
        return index;
    }

    private static string Shown(SearchIndex index, string query)
    {
        var answer = index.Search(SearchQuery.Read(query), Reader, 3, CancellationToken.None);
        return $"{answer.Total} in {answer.Groups}: " + string.Join("; ", answer.Hits.Select(hit =>
            $"{hit.Id} of {hit.Group}, {hit.InGroup}, {hit.Score}, {string.Join(", ", hit.Matches)}"));
    }
}

public sealed class A_filter : SearchSpec
{
    public A_filter() => Given(
        Name(1, "red", entity: 7) with { Type = "vessel", Property = 5, Grade = 10, Earliest = 100, Latest = 200 },
        Name(2, "red", entity: 8) with { Type = "vehicle", Property = 6, Grade = 11, Earliest = 300, Latest = 300 },
        Name(3, "red", entity: 8) with { Type = "vehicle", Property = 6, Latest = 400 },
        Item(4, "red"));

    [Fact]
    public void Takes_kinds_types_properties_grades_and_groups()
    {
        Assert.Equal([3, 1], Found("red", Reader with { Kind = SearchKind.Statement }));
        Assert.Equal([4], Found("red", Reader with { Kind = SearchKind.Item }));
        Assert.Equal([1], Found("red", Reader with { Types = new HashSet<string> { "vessel", "unheard-of" } }));
        Assert.Equal([3, 4], Found("red", Reader with { Types = new HashSet<string> { "vehicle", "item" } }));
        Assert.Equal([1], Found("red", Reader with { Properties = new HashSet<int> { 5 } }));
        Assert.Equal([2], Found("red", Reader with { Grades = new HashSet<long> { 11 } }));
        Assert.Equal([3], Found("red", Reader with { Group = 8 }));
        Assert.Equal(0, Answer("red", Reader with { Types = new HashSet<string>() }).Total);
    }

    [Theory]
    [InlineData(null, 150, "1")]
    [InlineData(150, null, "3 1")]
    [InlineData(200, 299, "1")]
    [InlineData(201, 299, "")]
    [InlineData(250, 300, "2")]
    [InlineData(null, 99, "")]
    [InlineData(401, null, "")]
    [InlineData(-5, 9_999_999, "3 1")]
    public void Takes_what_overlaps_a_window_of_days(int? from, int? to, string found) =>
        Assert.Equal(found, string.Join(' ', Found("red", Reader with { From = from, To = to })));

    [Fact]
    public void Keeps_entities_and_reports_of_one_number_apart()
    {
        Given(Name(11, "blue", entity: 5), new SearchDocument(SearchKind.Item, 12, 5, Open, "item", [new("blue")]), Name(13, "blue", entity: 5));
        var answer = Answer("blue");
        Assert.Equal((3, 2), (answer.Total, answer.Groups));
        Assert.Equal([(13, 2), (12, 1)], answer.Hits.Select(hit => ((int)hit.Key, hit.InGroup)));
        Assert.Equal([SearchKind.Statement, SearchKind.Item], answer.Hits.Select(hit => hit.Kind));
    }
}
