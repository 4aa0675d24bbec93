namespace Backtest.Host.Progress;

/// <summary>One line of a terminal.</summary>
/// <param name="Pieces">Its pieces, from left to right.</param>
internal sealed record ProgressLine(IReadOnlyList<ProgressPiece> Pieces)
{
    /// <summary>The text without colours.</summary>
    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));
}

/// <summary>Text of one look.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tint">Its look.</param>
internal readonly record struct ProgressPiece(string Text, Tint Tint);

/// <summary>The looks of progress.</summary>
internal enum Tint
{
    /// <summary>The terminal's own.</summary>
    None,

    /// <summary>The title.</summary>
    Bold,

    /// <summary>What matters less.</summary>
    Dim,

    /// <summary>All well.</summary>
    Green,

    /// <summary>Well, with failures.</summary>
    Yellow,

    /// <summary>A failure.</summary>
    Red,
}
