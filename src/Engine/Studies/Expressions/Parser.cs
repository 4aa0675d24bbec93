namespace Backtest.Engine.Studies.Expressions;

/// <summary>Reads a condition by recursive descent: or, and, not, comparison, sum, product, sign, from the weakest to the strongest.</summary>
internal sealed class Parser
{
    private const int DeepestNesting = 100;

    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!=", "="];

    private readonly IReadOnlyList<Token> _tokens;
    private int _at, _depth;

    private Parser(IReadOnlyList<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_at];

    /// <summary>Reads a condition.</summary>
    /// <exception cref="ExpressionException">It cannot be understood.</exception>
    public static Node Parse(string text)
    {
        var parser = new Parser(Tokenizer.Split(text));
        if (parser.Current.Kind == TokenKind.End) throw new ExpressionException(1, "the condition is empty: write one such as fast < slow");
        var node = parser.Or();
        if (parser.Current.Kind == TokenKind.End) return node;
        var remedy = parser.Current.Kind == TokenKind.Symbol && Comparisons.Contains(parser.Current.Text)
            ? "compare two values at a time and join with 'and'"
            : "join conditions with 'and' or 'or'";
        throw new ExpressionException(parser.Current.Column, $"'{parser.Current.Text}' is not expected here: {remedy}");
    }

    private Node Or()
    {
        var left = And();
        while (IsWord("or")) left = new PairNode(Take().Column, "or", left, And());
        return left;
    }

    private Node And()
    {
        var left = Not();
        while (IsWord("and")) left = new PairNode(Take().Column, "and", left, Not());
        return left;
    }

    private Node Not()
    {
        if (!IsWord("not")) return Comparison();
        var column = Take().Column;
        return Nested(() => new NotNode(column, Not()));
    }

    private Node Comparison()
    {
        var left = Sum();
        if (Current.Kind != TokenKind.Symbol || !Comparisons.Contains(Current.Text)) return left;
        var token = Take();
        return new PairNode(token.Column, token.Text == "=" ? "==" : token.Text, left, Sum());
    }

    private Node Sum()
    {
        var left = Product();
        while (IsSymbol("+") || IsSymbol("-"))
        {
            var token = Take();
            left = new PairNode(token.Column, token.Text, left, Product());
        }

        return left;
    }

    private Node Product()
    {
        var left = Sign();
        while (IsSymbol("*") || IsSymbol("/"))
        {
            var token = Take();
            left = new PairNode(token.Column, token.Text, left, Sign());
        }

        return left;
    }

    private Node Sign()
    {
        if (!IsSymbol("-")) return Primary();
        var column = Take().Column;
        return Nested(() => new NegativeNode(column, Sign()));
    }

    private Node Primary()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number: return new NumberNode(token.Column, token.Number);
            case TokenKind.Text: return new TextNode(token.Column, token.Text);
            case TokenKind.Name when token.Text is not ("and" or "or" or "not"): return new NameNode(token.Column, token.Text);
            case TokenKind.Symbol when token.Text == "(":
                var inner = Nested(Or);
                if (!IsSymbol(")")) throw new ExpressionException(token.Column, "this parenthesis is not closed");
                _at++;
                return inner;
            case TokenKind.End: throw new ExpressionException(token.Column, "the condition ends here, where a value is expected");
            default: throw new ExpressionException(token.Column, $"'{token.Text}' stands where a value is expected");
        }
    }

    private Node Nested(Func<Node> read)
    {
        if (++_depth > DeepestNesting) throw new ExpressionException(Current.Column, $"nested deeper than {DeepestNesting} levels");
        var node = read();
        _depth--;
        return node;
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Name && Current.Text == word;

    private bool IsSymbol(string symbol) => Current.Kind == TokenKind.Symbol && Current.Text == symbol;

    private Token Take() => Current.Kind == TokenKind.End ? Current : _tokens[_at++];
}
