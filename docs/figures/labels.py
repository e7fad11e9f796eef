r"""Labels: words with a little mathematics between dollar signs, as real SVG text.

    runs = parse(r"loss $\mathcal{L}(\hat{y}, y^{(i)})$")
    typeset.width(runs, 18)                    its width, estimated
    typeset.text_element(runs, x, y, 18)       its <text> for drawsvg

Between dollars: letters (italic), digits, signs, brackets, spaces (ignored), `_` and `^` with one
character or a group, Greek letters, \hat \bar \tilde \dot of one letter, \mathcal{L},
\mathbb{R}, \mathbf{x}, \mathrm{ReLU}, \text{two words}, function names (\log, \max, ...) and the
symbols below. For a fraction write a/b, or use `Diagram.fraction`.
"""

import re
from dataclasses import replace

import look
from typeset import Run, width

LOWER = dict(zip(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi chi psi omega varepsilon".split(), "αβγδεζηθικλμνξπρστυφχψωε", strict=True))
SYMBOLS = {
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "partial": "∂", "nabla": "∇", "infty": "∞", "sum": "∑",
    "prod": "∏", "int": "∫", "sqrt": "√", "ell": "ℓ", "ldots": "…", "dots": "…", "cdots": "⋯",
    "vdots": "⋮", "prime": "′", "circ": "∘", "langle": "⟨", "rangle": "⟩", "|": "∥", "{": "{",
    "}": "}", "%": "%", "$": "$", "_": "_", "forall": "∀", "exists": "∃", "top": "⊤",
}
RELATIONS = {
    "=": "=", "<": "<", ">": ">", r"\le": "≤", r"\ge": "≥", r"\ne": "≠", r"\approx": "≈",
    r"\sim": "∼", r"\in": "∈", r"\to": "→", r"\leftarrow": "←", r"\mapsto": "↦", r"\mid": "∣",
    r"\ll": "≪", r"\gg": "≫", r"\propto": "∝", r"\equiv": "≡", r"\Rightarrow": "⇒", r"\iff": "⇔",
}
BINARY = {
    "+": "+", "-": "−", "*": "∗", r"\cdot": "·", r"\times": "×", r"\odot": "⊙", r"\oplus": "⊕",
    r"\pm": "±", r"\div": "÷", r"\cup": "∪", r"\cap": "∩",
}
NAMES = {"log", "ln", "exp", "sin", "cos", "tan", "tanh", "max", "min", "arg", "argmax", "det",
         "dim", "lim", "Pr", "softmax", "var"}
ACCENTS = {"hat": "ˆ", "bar": "ˉ", "tilde": "∼", "dot": "˙"}  # "˜" would read as a bar
TALL = set("bdfhkltβδζθλξ")  # an accent stands higher over these, and over capitals
SKEWED = {0.03: "iuvxημνLU", 0.055: "celnorstyzγδφχDHK", 0.083: "fpqwβεζθρψBCEFGMNOPQRSTXZ"}
SKEW = {c: s for s, letters in SKEWED.items() for c in letters}  # accent right of the middle, em
FACES = {"mathcal": "script", "mathbf": "bold", "mathrm": "roman", "text": "roman",
         "operatorname": "roman", "mathit": "italic"}
DOUBLE = dict(zip("RNZQCEP", "ℝℕℤℚℂ𝔼ℙ", strict=True))
SPACES = {",": 0.17, ":": 0.22, ";": 0.28, " ": 0.28, "quad": 1.0, "qquad": 2.0}
UP, DOWN = 0.36, 0.2  # rise of a superscript, fall of a subscript, in em
TIGHT = 0.3  # signs stand closer in a script


class Parser:
    """Turn one formula into runs."""

    def __init__(self, source, tight=False):
        self.source, self.at, self.tight = source, 0, tight
        self.runs = []
        self.gap = 0.0  # in em, before the next run
        self.owed = 0.0  # in em, from the end of the shorter of two scripts to that of the longer
        self.opening = True  # after nothing, a sign or a bracket: the next sign joins nothing

    def parse(self):
        while self.at < len(self.source):
            self.step()
        return merged(self.runs)

    def fail(self, what):
        raise ValueError(f"label ${self.source}$: {what}")

    def next_is(self, characters):
        return self.at < len(self.source) and self.source[self.at] in characters

    def token(self):
        """Return the next character, or the next command with its backslash."""
        found = re.compile(r"\\[A-Za-z]+|\\?.", re.S).match(self.source, self.at)
        if not found:
            self.fail("it ends too early")
        self.at = found.end()
        return found.group()

    def group(self):
        """Return the source of the next group, or of the next single token."""
        while self.next_is(" "):
            self.at += 1
        start = self.at
        first = self.token()
        if first != "{":
            if first[1:] in {*ACCENTS, *FACES, "mathbb"}:
                self.group()
            return self.source[start:self.at]
        depth = 1
        while depth:
            depth += {"{": 1, "}": -1}.get(self.token(), 0)
        return self.source[start + 1:self.at - 1]

    def emit(self, *runs):
        """Add runs; the gap that is due comes before the first."""
        if runs:
            first, *rest = runs
            self.runs += [replace(first, gap=self.gap + self.owed + first.gap), *rest]
            self.gap, self.owed, self.opening = 0.0, 0.0, False

    def step(self):
        token = self.token()
        if token in ("_", "^"):
            self.scripts(token)
        elif token == "'":
            self.emit(*self.raised("^", Parser(r"\prime", tight=True)))
        elif token == "{":
            self.at -= 1
            self.emit(*Parser(self.group()).parse())
        elif token == "}":
            self.fail("a } too many")
        elif token in RELATIONS:
            self.relation(RELATIONS[token], 0.26)
        elif token in BINARY:
            self.operator(BINARY[token], 0.2)
        elif token.startswith("\\"):
            self.command(token[1:])
        elif token != " ":
            self.character(token)

    def character(self, token):
        italic = token.isascii() and token.isalpha()
        self.emit(Run(token, "italic" if italic else "roman"))
        self.opening = token in "([,;|"
        self.gap = 0.14 if token in ",;" else 0.0

    def relation(self, text, gap):
        """Add a sign with space on both sides, but none before the one that opens."""
        self.sign(text, 0.0 if self.opening else gap, gap)

    def operator(self, text, gap):
        """Add a sign with space on both sides; one that opens has nothing to join: no space."""
        gap = 0.0 if self.opening else gap
        self.sign(text, gap, gap)

    def sign(self, text, before, after):
        tight = TIGHT if self.tight else 1.0
        self.gap = max(self.gap, before * tight)
        self.emit(Run(text, "roman"))
        self.gap, self.opening = after * tight, True

    def command(self, name):
        if name in SPACES:
            self.gap += SPACES[name]
        elif name in ACCENTS:
            self.accent(name)
        elif name in FACES:
            self.emit(Run(self.group(), FACES[name]))
        elif name == "mathbb":
            self.emit(Run("".join(DOUBLE.get(c, c) for c in self.group()), "roman"))
        elif name == "mathdefault":  # matplotlib's own ticks
            self.emit(*Parser(self.group()).parse())
        elif name in LOWER:
            self.emit(Run(LOWER[name], "italic"))
        elif name in NAMES:
            self.gap = self.gap if self.opening else max(self.gap, 0.17)
            self.emit(Run(name, "roman"))
            self.gap = 0.0 if self.next_is("({") else 0.17
        elif name in SYMBOLS:
            self.emit(Run(SYMBOLS[name], "roman"))
            self.opening = name in ("langle", "{")
        else:
            self.fail(f"\\{name} is not known; docs/figures/labels.py lists what is")

    def accent(self, name):
        """Set the accent, go back, set the letter: its text is its own, whatever the font knows."""
        letter = Parser(self.group()).parse()
        if len(letter) != 1 or len(letter[0].text) != 1:
            self.fail(f"\\{name} takes one letter")
        tall = letter[0].text in TALL or letter[0].text.isupper()
        tilde = name == "tilde"  # a sign of relation, made small and raised
        mark = Run(ACCENTS[name], "roman", rise=0.25 * tall + 0.41 * tilde, script=tilde)
        middle = width(letter) / 2 + SKEW.get(letter[0].text, 0.0)
        self.gap += middle - width([mark]) / 2
        self.emit(mark)
        self.gap = -middle - width([mark]) / 2
        self.emit(letter[0])

    def scripts(self, mark):
        """Set a sub- and a superscript one above the other."""
        parts = {mark: self.script(mark)}
        other = {"_": "^", "^": "_"}[mark]
        if self.next_is(other):
            self.at += 1
            parts[other] = self.script(other)
        later, self.gap, owed = self.gap, 0.0, 0.0
        high, low = parts.get("^", []), parts.get("_", [])
        if high:
            self.emit(*high)
        if high and low:
            self.gap = -width(high)
            owed = max(0.0, width(high) - width(low))
        if low:
            self.emit(*low)
        self.gap, self.owed = later, owed

    def script(self, mark):
        return self.raised(mark, Parser(self.group(), tight=True))

    def raised(self, mark, script):
        rise = {"^": UP, "_": -DOWN}[mark]
        runs = script.parse()
        if not runs:
            self.fail(f"nothing after {mark}")
        return [replace(run, rise=rise + run.rise * look.SCRIPT, gap=run.gap * look.SCRIPT,
                        script=True) for run in runs]


def merged(runs):
    """Join neighbours of one face and height that have no gap between them."""
    out = []
    for run in runs:
        last = out[-1] if out else None
        if last and not run.gap and (last.face, last.rise, last.script) == (
                run.face, run.rise, run.script):
            out[-1] = replace(last, text=last.text + run.text)
        else:
            out.append(run)
    return out


def parse(label):
    r"""Return the runs of a label: words, with formulas between dollars (\$ is a dollar)."""
    pieces = re.split(r"(?<!\\)\$", str(label))
    if len(pieces) % 2 == 0:
        raise ValueError(f"label {label!r}: a dollar sign is missing")
    runs = []
    for place, piece in enumerate(pieces):
        if place % 2:
            runs += Parser(piece).parse()
        elif piece:
            runs.append(Run(piece.replace(r"\$", "$"), "words"))
    return runs


def default_size(runs):
    """Return the size of a label: formulas are set a little larger than words."""
    faces = {run.face for run in runs}
    return look.WORDS if "words" in faces else look.MATH
