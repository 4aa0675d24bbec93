using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.House.Tests.Sources;

/// <summary>A C# file as the compiler reads it.</summary>
/// <param name="Name">Its path inside the repository.</param>
internal sealed record SourceFile(string Name)
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Sources = new(() => Under("src"));

    private readonly Lazy<CompilationUnitSyntax> _root =
        new(() => CSharpSyntaxTree.ParseText(Repository.Read(Name)).GetCompilationUnitRoot());

    /// <summary>All files of src.</summary>
    public static IReadOnlyList<SourceFile> OfProduct => Sources.Value;

    /// <summary>The file's name without folder and ending.</summary>
    public string Title => Path.GetFileNameWithoutExtension(Name);

    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines { get; } = File.ReadAllLines(Repository.PathOf(Name));

    /// <summary>Its syntax.</summary>
    public CompilationUnitSyntax Root => _root.Value;

    /// <summary>All files of a folder.</summary>
    public static IReadOnlyList<SourceFile> Under(string folder) => [.. Repository.Files(folder, ".cs").Select(name => new SourceFile(name))];

    /// <summary>The names of the types that it declares outside of other types.</summary>
    public IEnumerable<string> Types => Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => null,
        }).OfType<string>();

    /// <summary>Everything in it that runs: methods, constructors, operators, accessors and local functions, with a name for messages.</summary>
    public IEnumerable<(string Name, int Lines)> Bodies()
    {
        foreach (var node in Root.DescendantNodes())
        {
            var name = node switch
            {
                MethodDeclarationSyntax method => method.Identifier.Text,
                ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
                DestructorDeclarationSyntax destructor => "~" + destructor.Identifier.Text,
                OperatorDeclarationSyntax @operator => "operator " + @operator.OperatorToken.Text,
                ConversionOperatorDeclarationSyntax => "conversion",
                PropertyDeclarationSyntax { ExpressionBody: not null } property => property.Identifier.Text,
                IndexerDeclarationSyntax { ExpressionBody: not null } => "this[]",
                AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } => "accessor",
                LocalFunctionStatementSyntax local => local.Identifier.Text,
                _ => null,
            };
            if (name is null || node is BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }) continue;
            var span = node.SyntaxTree.GetLineSpan(node.Span);
            yield return (name, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
        }
    }
}
