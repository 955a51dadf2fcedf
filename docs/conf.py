"""How the documentation is built: offline, from Markdown, docstrings and the command's own help."""

import subprocess
import sys
from pathlib import Path

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.ext import napoleon

import hiwar

HERE = Path(__file__).parent
GENERATED = HERE / "reference" / "generated"

project = "Hiwar"
author = "The Hiwar authors"
copyright = "2026, The Hiwar authors"  # noqa: A001
version = release = hiwar.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.apidoc", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist", "dollarmath", "fieldlist", "substitution"]
myst_heading_anchors = 3

apidoc_modules = [
    {
        "path": "../src/hiwar",
        "destination": "reference/generated",
        "exclude_patterns": ["../src/hiwar/cli"],
        "max_depth": 2,
        "separate_modules": True,
        "module_first": True,
        "automodule_options": {"members", "show-inheritance"},
    }
]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_default_options = {"exclude-members": "model_config, model_post_init", "ignore-module-all": True}

suppress_warnings = ["ref.python"]  # two records may have a field of one name; such a name is then not a link

html_theme = "furo"
html_title = f"Hiwar {release}"
html_math_renderer = "mathml"
html_copy_source = False


def write_command_reference(_app: Sphinx) -> None:
    """Let the command describe itself, so that its page cannot fall behind."""
    GENERATED.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "typer", "hiwar.cli.app", "utils", "docs"]
    command += ["--name", "hiwar", "--title", "The command"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE)  # noqa: S603
    (GENERATED / "command.md").write_text(done.stdout, encoding="utf-8")


def _numpy_sections(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Understand Parameters, Returns and so on; words before a colon under an attribute are words, not its type."""
    if what not in ("attribute", "data", "property"):
        lines[:] = napoleon.NumpyDocstring(lines, napoleon.Config(), app, what, name, obj, options).lines()


def _skip_made_up_names(_app: Sphinx, _what: str, name: str, _obj: object, skip: bool, _options: object) -> bool:
    """Leave out the classes that pydantic makes for ``Judged[Size]`` and the like; the analyst never names them."""
    return skip or "[" in name


def _inline_math(translator: nodes.NodeVisitor, node: nodes.Element) -> None:
    translator.body.append(convert(node.astext()))  # type: ignore[attr-defined]
    raise nodes.SkipNode


def _displayed_math(translator: nodes.NodeVisitor, node: nodes.Element) -> None:
    translator.body.append(f"<p>{convert(node.astext(), display='block')}</p>\n")  # type: ignore[attr-defined]
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Formulas become MathML, which browsers draw by themselves: no script is fetched from anywhere."""
    app.add_html_math_renderer("mathml", (_inline_math, None), (_displayed_math, None))
    app.connect("autodoc-process-docstring", _numpy_sections)
    app.connect("autodoc-skip-member", _skip_made_up_names)
    app.connect("builder-inited", write_command_reference, priority=100)
