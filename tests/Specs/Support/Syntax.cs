using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plumbline.Specs;

/// <summary>C# files as the compiler reads them, for specs that judge how the house is built.</summary>
static class Syntax
{
    public static CompilationUnitSyntax Parsed(this SourceFile file) =>
        CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot();

    /// <summary>"path:line: what".</summary>
    public static string At(this SourceFile file, SyntaxNode node, string what) => file.At(node.SpanStart) + what;
}
