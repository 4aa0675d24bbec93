using Backtest.Actors.Running;
using Backtest.Engine.Studies;
using Backtest.Storage.Store;

namespace Backtest.Host.Studies;

/// <summary>A study that a command line named, ready to be planned.</summary>
/// <param name="Study">The study with its bars and strategies.</param>
/// <param name="Source">The study file's text and full path.</param>
/// <param name="Path">The study file as the user named it, for messages.</param>
/// <param name="Store">The store that its results are in.</param>
internal sealed record OpenedStudy(Study Study, StudySource Source, string Path, StoreDirectory Store)
{
    /// <summary>The study's name.</summary>
    public string Name => Study.Definition.Name;
}
