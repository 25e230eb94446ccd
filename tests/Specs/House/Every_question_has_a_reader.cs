using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plumbline.Specs.House;

/// <summary>What an officer may not see, no question may count, find or show.</summary>
public sealed partial class Every_question_has_a_reader
{
    private const string Questions = "src/Register/Questions";

    [Fact]
    public void A_question_is_asked_for_somebody() =>
        Breaches.None(Repository.Under(Questions, ".cs").SelectMany(WithoutReader), "A class of Plumbline.Register.Questions takes a Reader in its constructor:");

    [Fact]
    public void What_touches_statements_items_or_reports_passes_by_the_reader_s_labels() =>
        Breaches.None(Repository.Under(Questions, ".cs").SelectMany(Unseeing), "The SQL lacks {reader.Sees(…)}:");

    [Fact]
    public void No_other_room_writes_SQL() => Breaches.None(
        Repository.Code.Where(file => Rooms.Of(file.Path) != "Register" && !file.Path.StartsWith("src/Web/Accounts/", StringComparison.Ordinal)).SelectMany(Texts),
        "SQL is written in the register only:");

    [Theory]
    [InlineData("public sealed class A(Store store);", 1)]
    [InlineData("public sealed class A { public A(Reader reader) { } }", 0)]
    [InlineData("public sealed class A(Store store, Reader reader); public sealed record Row(long Key); static class Parts;", 0)]
    public void A_question_for_nobody_would_be_seen(string text, int found) => Assert.Equal(found, WithoutReader(Example(text)).Count());

    [Theory]
    [InlineData("""var sql = "select * from statement where entity = @entity";""", 1)]
    [InlineData("""var sql = $"select * from item i where {reader.Sees("i.label")}";""", 0)]
    [InlineData("""var sql = "select * from entity e " + "join\n report r on 1 = 1 " + more;""", 1)]
    [InlineData("""var sql = "select * from item i where " + reader.Sees("i.label");""", 0)]
    [InlineData("""var text = "an item from another statement"; var sql = "select name from officer";""", 0)]
    public void A_blind_text_would_be_seen(string text, int found) => Assert.Equal(found, Unseeing(Example(text)).Count());

    private static SourceFile Example(string text) => SourceFile.Example(Questions + "/A.cs", text);

    private static IEnumerable<string> WithoutReader(SourceFile file) =>
        file.Parsed().DescendantNodes().OfType<ClassDeclarationSyntax>()
            .Where(type => !type.Modifiers.Any(SyntaxKind.StaticKeyword) && !type.Modifiers.Any(SyntaxKind.AbstractKeyword) && type.Parent is not TypeDeclarationSyntax)
            .Where(type => !TakesReader(type.ParameterList) && !type.Members.OfType<ConstructorDeclarationSyntax>().Any(made => TakesReader(made.ParameterList)))
            .Select(type => file.At(type, type.Identifier.Text));

    private static bool TakesReader(ParameterListSyntax? parameters) => parameters?.Parameters.Any(parameter => parameter.Type?.ToString() == "Reader") == true;

    private static IEnumerable<string> Unseeing(SourceFile file) =>
        Whole(file).Where(text => Guarded().IsMatch(text.ToString()) && !text.ToString().Contains("Sees(", StringComparison.Ordinal))
            .Select(text => file.At(text, Guarded().Match(text.ToString()).Value));

    private static IEnumerable<string> Texts(SourceFile file) =>
        Whole(file).Where(text => Sql().IsMatch(text.ToString())).Select(text => file.At(text, Sql().Match(text.ToString()).Value));

    /// <summary>String literals, plain or interpolated; those that are added up count as one.</summary>
    private static IEnumerable<SyntaxNode> Whole(SourceFile file) =>
        file.Parsed().DescendantNodes()
            .Where(node => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression))
            .Select(node => node.AncestorsAndSelf().Last(outer => outer == node || outer.IsKind(SyntaxKind.AddExpression)))
            .Distinct();

    [GeneratedRegex(@"\b(?:from|join|into|update)(?:\s|\\n)+(?:statement|item|report)\b(?!\s+(?:in|of|at|to)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Guarded();

    [GeneratedRegex(@"\b(?:select\s[^""]{1,400}\sfrom\s+\w+|insert\s+into\s+\w+\s*\(|delete\s+from\s+\w+\s+where|update\s+\w+\s+set\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();
}
