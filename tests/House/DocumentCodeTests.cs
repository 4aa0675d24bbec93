using Backtest.House.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.House.Tests;

/// <summary>What the documents show as C# compiles: each block is a program or a library of its own, with the usual implicit usings.</summary>
public sealed class DocumentCodeTests
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    private static readonly string[] Assemblies = ["System.", "Microsoft.Extensions.", "Akka", "Backtest.", "netstandard", "mscorlib"];

    // References are read once: compilations that are made from this one share them.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Example",
        [CSharpSyntaxTree.ParseText(Usings)],
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        where Assemblies.Any(start => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal))
        select MetadataReference.CreateFromFile(path));

    [Fact]
    public void EveryBlockOfCodeInADocumentCompiles() => Rule.Holds(
        "correct the example: a reader copies it",
        from document in Document.All
        from block in document.Blocks("csharp")
        from problem in Problems(block.Code)
        select $"{document.Name}:{block.Line + problem.Location.GetLineSpan().StartLinePosition.Line}: {problem.GetMessage()}");

    [Theory]
    [InlineData("var x = 1; Console.WriteLine(x);", true)]
    [InlineData("var x = Missing.Thing();", false)]
    [InlineData("public sealed class Example;", true)]
    public void ABlockThatDoesNotCompileIsFound(string code, bool compiles) => Assert.Equal(compiles, Problems(code).Count == 0);

    private static IReadOnlyList<Diagnostic> Problems(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code);
        var isProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = Empty.AddSyntaxTrees(tree).WithOptions(options);
        return [.. compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error)];
    }
}
