"""Answers and charts in a notebook."""

import json
import re

from briefs import made

from hiwar.brief import shown, shown_chart
from hiwar.brief.document import ChartBlock
from hiwar.brief.notebook import VEGA_LITE
from hiwar.brief.numbering import blocks_of
from hiwar.questions.answer import Table


def test_an_answer_shows_its_findings_in_words_and_its_tables() -> None:
    case, answers, document = made("iraq-us-2020", ("illustration",))
    found = shown(answers["appraisal"], case.dossier, case.sheets)
    page = found._repr_html_()
    lead = document.parts[0].blocks[0]
    assert any(item.text in repr(found) for item in lead.items)  # type: ignore[union-attr]
    assert page.count("<table") == len(answers["appraisal"].tables)
    assert "Illustration, nobody&#39;s view" in page
    assert not any(f"{finding.key}" in page for finding in answers["appraisal"].findings)
    assert not re.search(r"(?:src|href)=", page)


def test_an_arabic_answer_reads_from_right_to_left() -> None:
    case, answers, _ = made("two-towns-water", ("first",))
    page = shown(answers["parties"], case.dossier, case.sheets, language="ar")._repr_html_()
    assert page.startswith('<div lang="ar" dir="rtl">')
    assert re.search("[\u0600-\u06ff]", page)


def test_a_table_shows_itself_and_reads_nothing_as_markup() -> None:
    page = Table(("<a>", "b"), (("<script>", None), (("x", "&"), 0.0)))._repr_html_()
    assert "<script>" not in page
    assert '<th scope="col">&lt;a&gt;</th>' in page
    assert "<td>&lt;script&gt;</td><td></td>" in page
    assert "<td>x, &amp;</td><td>0</td>" in page


def test_an_answer_without_the_brief_shows_its_tables() -> None:
    answer = made("two-towns-water", ("first",))[1]["interests"]
    assert answer._repr_html_().count("<table") == len(answer.tables)


def test_a_chart_gives_its_specification_and_a_finished_picture() -> None:
    document = made("two-towns-water", ("first",))[2]
    block = next(block for block in blocks_of(document.parts) if isinstance(block, ChartBlock))
    bundle = shown_chart(block)._repr_mimebundle_()
    assert set(bundle) == {VEGA_LITE, "image/svg+xml", "text/plain"}
    assert json.loads(json.dumps(bundle[VEGA_LITE])) == json.loads(json.dumps(dict(block.spec)))
    assert bundle["image/svg+xml"].startswith("<svg xmlns=")
    assert block.title in bundle["text/plain"]
    assert set(shown_chart(block.spec)._repr_mimebundle_(include=["image/svg+xml"])) == {"image/svg+xml"}
    assert 'direction="ltr"' in shown_chart(block.spec, language="ar")._repr_svg_()
