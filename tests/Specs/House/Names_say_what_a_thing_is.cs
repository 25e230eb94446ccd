using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plumbline.Specs.House;

public sealed partial class Names_say_what_a_thing_is
{
    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing() => Breaches.None(
        Repository.Code.Concat(Repository.Under("benchmarks", ".cs")).Concat(Repository.Under("tools", ".cs")).SelectMany(Empty),
        "Use the field's word; docs/guide/glossary.md has it:");

    [Fact]
    public void What_is_public_is_sealed_or_meant_as_a_base() =>
        Breaches.None(Repository.Code.Where(file => !file.Path.EndsWith(".razor.cs", StringComparison.Ordinal)).SelectMany(Open), "Seal it, or make it abstract, or internal:");

    [Theory]
    [InlineData("class ReportManager;")]
    [InlineData("static class TextHelpers;")]
    [InlineData("record GradeDto(int A);")]
    [InlineData("interface IReportProcessor;")]
    [InlineData("class ListReaderV2;")]
    [InlineData("static class DateUtilities;")]
    public void An_empty_name_would_be_seen(string text) => Assert.Single(Empty(SourceFile.Example("a.cs", text)));

    [Theory]
    [InlineData("public class A;", 1)]
    [InlineData("public partial record A;", 1)]
    [InlineData("public static class A { public class B; }", 1)]
    [InlineData("public sealed class A; public abstract class B; public static class C; public record struct D; class E; internal static class F { public class G; }", 0)]
    public void An_open_class_would_be_seen(string text, int found) => Assert.Equal(found, Open(SourceFile.Example("a.cs", text)).Count());

    private static IEnumerable<string> Empty(SourceFile file) =>
        file.Parsed().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Where(type => SaysNothing().IsMatch(type.Identifier.Text))
            .Select(type => file.At(type, type.Identifier.Text));

    private static IEnumerable<string> Open(SourceFile file) =>
        file.Parsed().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Where(type => type is ClassDeclarationSyntax || type.IsKind(SyntaxKind.RecordDeclaration))
            .Where(type => type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().All(level => Has(level, SyntaxKind.PublicKeyword)))
            .Where(type => !Has(type, SyntaxKind.SealedKeyword) && !Has(type, SyntaxKind.AbstractKeyword) && !Has(type, SyntaxKind.StaticKeyword))
            .Select(type => file.At(type, type.Identifier.Text));

    private static bool Has(TypeDeclarationSyntax type, SyntaxKind modifier) => type.Modifiers.Any(modifier);

    [GeneratedRegex(@"(Manager|Helper|Util|Utility|Utilities|Processor|Dto|DTO|Info|V\d+)s?$")]
    private static partial Regex SaysNothing();
}
