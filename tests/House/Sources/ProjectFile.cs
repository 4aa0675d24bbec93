using System.Xml.Linq;

namespace Backtest.House.Tests.Sources;

/// <summary>A csproj or props file.</summary>
/// <param name="Name">Its path inside the repository.</param>
internal sealed record ProjectFile(string Name)
{
    private readonly XElement _root = XDocument.Load(Repository.PathOf(Name)).Root!;

    /// <summary>All csproj files of the repository.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } = [.. Repository.Files(".", ".csproj").Select(name => new ProjectFile(name))];

    /// <summary>The top folder that it lies in.</summary>
    public string Top => Name.Split('/')[0];

    /// <summary>The projects that it references, in order of their paths inside the repository. One that is only built before it, and gives it no
    /// assembly, is not among them.</summary>
    public IReadOnlyList<string> Projects =>
    [
        .. _root.Descendants("ProjectReference").Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
            .Select(item => NameOf(((string)item.Attribute("Include")!).Replace('\\', '/'))).Order(StringComparer.Ordinal),
    ];

    /// <summary>The packages that it references.</summary>
    public IReadOnlyList<string> Packages => [.. Included("PackageReference")];

    /// <summary>The files that its analyzers are given.</summary>
    public IReadOnlyList<string> AdditionalFiles => [.. Included("AdditionalFiles")];

    /// <summary>The packages whose assemblies it does not pass on to who references it.</summary>
    public IReadOnlyList<string> PrivatePackages =>
    [
        .. _root.Descendants("PackageReference").Where(item => (string?)item.Attribute("PrivateAssets") == "all")
            .Select(item => (string)item.Attribute("Include")!),
    ];

    /// <summary>The value of a property; null where it is not set.</summary>
    public string? Property(string name) => _root.Elements("PropertyGroup").Elements(name).LastOrDefault()?.Value;

    private string NameOf(string path) => Repository.NameOf(Path.GetFullPath(path, Path.GetDirectoryName(Repository.PathOf(Name))!));

    private IEnumerable<string> Included(string item) =>
        _root.Descendants(item).Select(element => ((string)element.Attribute("Include")!).Replace('\\', '/'));
}
