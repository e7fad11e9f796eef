r"""Labels: words with a little mathematics between dollar signs, as real SVG text.

    parse(r"loss $\mathcal{L}(\hat{y}, y^{(i)})$", 18)   -> the runs of the label
    width(runs)                                          -> its width, estimated
    text_element(runs, x, y)                             -> <text> for drawsvg

Between dollars: letters (italic), digits, + - = < > ( ) [ ] | / , . : ; !, spaces (ignored), `_` and `^`
with one character or a group, Greek letters, \hat \bar \tilde \dot of one letter, \mathcal{L},
\mathbb{R}, \mathbf{x}, \mathrm{ReLU}, \text{two words}, function names (\log, \max, ...) and the
symbols below. For a fraction write a/b, or use `Diagram.fraction`.
"""

import unicodedata
from dataclasses import dataclass, replace

import drawsvg

import look

GREEK = dict(zip(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi chi psi omega".split(), "αβγδεζηθικλμνξπρστυφχψω", strict=True))
CAPITALS = dict(zip("Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(), "ΓΔΘΛΞΠΣΦΨΩ",
                    strict=True))
SYMBOLS = {
    "partial": "∂", "nabla": "∇", "infty": "∞", "sum": "∑", "prod": "∏", "int": "∫", "sqrt": "√",
    "ell": "ℓ", "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "⋮", "prime": "′", "circ": "∘",
    "langle": "⟨", "rangle": "⟩", "lVert": "‖", "rVert": "‖", "|": "‖", "{": "{", "}": "}",
    "%": "%", "$": "$", "_": "_", "degree": "°", "forall": "∀", "exists": "∃", "top": "⊤",
}
RELATIONS = {
    "=": "=", "<": "<", ">": ">", "le": "≤", "ge": "≥", "leq": "≤", "geq": "≥", "ne": "≠",
    "neq": "≠", "approx": "≈", "sim": "∼", "in": "∈", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "mapsto": "↦", "mid": "∣", "ll": "≪", "gg": "≫", "propto": "∝", "equiv": "≡",
    "Rightarrow": "⇒", "iff": "⇔",
}
BINARY = {
    "+": "+", "-": "−", "*": "∗", "cdot": "·", "times": "×", "odot": "⊙", "oplus": "⊕", "pm": "±",
    "div": "÷", "cup": "∪", "cap": "∩", "ast": "∗",
}
NAMES = {"log", "ln", "exp", "sin", "cos", "tan", "tanh", "max", "min", "arg", "argmax", "det",
         "dim", "lim", "Pr", "softmax", "var"}
ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "dot": "\u0307", "vec": "\u20d7"}
FACES = {"mathcal": "script", "mathbb": "double", "mathbf": "bold", "mathrm": "roman",
         "text": "roman", "mathdefault": "roman", "operatorname": "roman", "mathit": "italic"}
DOUBLE = dict(zip("RNZQCEP", "ℝℕℤℚℂ𝔼ℙ", strict=True))
SPACES = {",": 0.17, ":": 0.22, ";": 0.28, " ": 0.28, "quad": 1.0, "qquad": 2.0, "!": -0.17}
FONT = {
    "italic": {"font_family": look.MATH_ITALIC, "font_style": "italic"},
    "roman": {"font_family": look.MATH_ROMAN},
    "double": {"font_family": look.MATH_ROMAN},
    "bold": {"font_family": look.MATH_ROMAN, "font_weight": "bold"},
    "script": {"font_family": look.MATH_SCRIPT},
    "words": {"font_family": look.WORD_FONT},
    "code": {"font_family": look.CODE_FONT},
}
UP, DOWN = 0.36, 0.2  # rise of a superscript, fall of a subscript, in em


@dataclass(frozen=True)
class Run:
    """Some characters in one face, raised by `rise` em, after a gap of `gap` em of the label."""

    text: str
    face: str
    rise: float = 0.0
    gap: float = 0.0
    script: bool = False


class Parser:
    """Turn one formula into runs."""

    def __init__(self, source):
        self.source, self.at = source, 0
        self.runs = []
        self.open = True  # what comes next opens a formula or follows an operator: - is a sign

    def fail(self, what):
        raise ValueError(f"label ${self.source}$: {what}")

    def token(self):
        """Return the next character, or the next command without its backslash."""
        if self.at >= len(self.source):
            self.fail("it ends too early")
        start = self.at
        self.at += 1
        if self.source[start] != "\\":
            return self.source[start]
        self.at += 1
        while (self.at < len(self.source) and self.source[start + 1].isalpha()
               and self.source[self.at].isalpha()):
            self.at += 1
        return "\\" + self.source[start + 1:self.at]

    def group(self):
        """Return the source of the next group, or of the next single token."""
        while self.source[self.at:self.at + 1] == " ":
            self.at += 1
        start = self.at
        first = self.token()
        if first != "{":
            if first.lstrip("\\") in {**ACCENTS, **FACES}:
                self.group()
            return self.source[start:self.at]
        depth = 1
        while depth:
            depth += {"{": 1, "}": -1}.get(self.token(), 0)
        return self.source[start + 1:self.at - 1]

    def add(self, text, face, gap=0.0):
        self.runs.append(Run(text, face, gap=gap))
        self.open = False

    def scripts(self, first):
        """Set a sub- and a superscript one above the other."""
        parts = {first: self.script(first)}
        second = {"_": "^", "^": "_"}[first]
        if self.source[self.at:self.at + 1] == second:
            self.at += 1
            parts[second] = self.script(second)
        high, low = parts.get("^", []), parts.get("_", [])
        self.runs += high
        if high and low:
            back, wide = width(high, 1), width(low, 1)
            self.runs.append(replace(low[0], gap=low[0].gap - back))
            self.runs += low[1:]
            self.pending = max(0.0, back - wide)
        else:
            self.runs += low
        self.open = False

    def script(self, mark):
        rise = {"^": UP, "_": -DOWN}[mark]
        inner = Parser(self.group()).parse()
        return [replace(run, rise=rise + run.rise * look.SCRIPT, gap=run.gap * look.SCRIPT * 0.5,
                        script=True) for run in inner]

    def operator(self, text, gap):
        """Add a sign with space on both sides; a sign of a number takes none."""
        sign = self.open and text in "−+±"
        self.add(text, "roman", 0.0 if sign else gap)
        self.pending = 0.0 if sign else gap
        self.open = True

    def command(self, name):
        if name in SPACES:
            self.pending += SPACES[name]
        elif name in ACCENTS:
            letter = Parser(self.group()).parse()
            if len(letter) != 1 or len(letter[0].text) != 1:
                self.fail(f"\\{name} takes one letter")
            self.add(unicodedata.normalize("NFC", letter[0].text + ACCENTS[name]), letter[0].face)
        elif name in FACES:
            text = self.group()
            if FACES[name] == "double":
                text = "".join(DOUBLE.get(letter, letter) for letter in text)
            elif name == "mathdefault":
                self.runs += Parser(text).parse()
                return
            self.add(text, FACES[name])
        elif name in GREEK:
            self.add(GREEK[name], "italic")
        elif name in NAMES:
            self.add(name, "roman", 0.0 if self.open else 0.17)
            self.pending = 0.0 if self.source[self.at:self.at + 1] in "(_^" else 0.17
        elif name in CAPITALS or name in SYMBOLS:
            self.add(CAPITALS.get(name) or SYMBOLS[name], "roman")
            self.open = SYMBOLS.get(name) in ("⟨", "{")
        else:
            self.fail(f"\\{name} is not known; see labels.py for what is")

    def step(self):
        token = self.token()
        name = token.lstrip("\\") or "\\"
        bare = not token.startswith("\\")
        if token in "_^":
            self.scripts(token)
        elif name in RELATIONS and bare == (len(name) == 1):
            self.operator(RELATIONS[name], 0.26)
        elif name in BINARY and bare == (len(name) == 1):
            self.operator(BINARY[name], 0.2)
        elif token == "{":
            self.at -= 1
            self.runs += Parser(self.group()).parse()
            self.open = False
        elif token == "}":
            self.fail("a } too many")
        elif not bare:
            self.command(name)
        elif token == "'":
            self.add("′", "roman")
        elif token != " ":
            self.add(token, "italic" if token.isalpha() and ord(token) < 0x2000 else "roman")
            self.open = token in "([,|"
            self.pending = 0.14 if token in ",;" else 0.0

    def parse(self):
        self.pending = 0.0
        while self.at < len(self.source):
            before, gap = len(self.runs), self.pending
            self.step()
            if len(self.runs) > before and gap:
                self.pending = self.pending if self.pending != gap else 0.0
                first = self.runs[before]
                self.runs[before] = replace(first, gap=max(first.gap, gap) if first.gap >= 0
                                            else first.gap + gap)
        return merged(self.runs)


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
