"""The page as a file: what holds of every brief."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from hiwar.brief import as_json, html
from hiwar.brief.page import bidi

VOID = {"meta", "link", "br", "img", "path", "rect", "line"}


class Outline(HTMLParser):
    """Ids, links, headings, what is loaded, and tables without a caption."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.loads: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        self.tags.append(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" else []
        self.loads += [found[name] for name in ("src", "srcset", "data", "poster") if name in found]
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))


def outline(page: str) -> Outline:
    found = Outline()
    found.feed(page)
    return found


def test_every_link_stays_on_the_page_and_has_its_target(page: str) -> None:
    found = outline(page)
    assert found.links
    assert sorted({link for link in found.links if link.removeprefix("#") not in found.ids}) == []


def test_no_id_stands_twice(page: str) -> None:
    ids = outline(page).ids
    assert sorted({name for name in ids if ids.count(name) > 1}) == []


def test_nothing_is_loaded_and_nothing_runs(page: str) -> None:
    found = outline(page)
    assert found.loads == []
    assert not {"script", "link", "iframe", "object", "img", "form"} & set(found.tags)
    assert re.findall(r"url\((?!data:|#)", page) == []
    assert "default-src 'none'" in page


def test_headings_go_down_one_step_at_a_time(page: str) -> None:
    levels = outline(page).levels
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_picture_a_name(page: str) -> None:
    assert len(re.findall("<table ", page)) == len(re.findall("<caption ", page))
    pictures = re.findall(r'<svg class="chart"[^>]*>', page)
    assert all('role="img"' in picture and "aria-labelledby" in picture for picture in pictures)


def test_r8_equal_documents_are_equal_to_the_byte(brief: Any, page: str) -> None:
    assert html(brief[2]) == page
    assert as_json(brief[2]) == as_json(brief[2])


def test_the_json_holds_the_same_sentences(brief: Any, page: str) -> None:
    document = json.loads(as_json(brief[2]))
    lead = document["parts"][0]["blocks"][0]["items"][0]["text"]
    assert lead in page.replace("&#39;", "'").replace("&amp;", "&")


def test_r8_every_computed_sentence_of_the_verdict_opens_to_what_it_rests_on(brief: Any) -> None:
    _, _, document = brief
    lead = document.parts[0].blocks[0].items[0]
    assert lead.mark == "computed"
    assert lead.trace


def test_every_item_named_in_a_trace_is_in_the_appendix_with_its_ground(brief: Any) -> None:
    case, _, document = brief
    for entry in document.entries:
        assert entry.passages or entry.reason or entry.mark is None
        assert entry.text or entry.name or entry.section
    assert len({entry.id for entry in document.entries}) == len(document.entries)
    assert case.dossier.title


def test_an_illustration_is_named_at_the_top_at_the_end_and_on_each_printed_page(brief_of: Any) -> None:
    _, _, document = brief_of("iraq-us-2020", "illustration")
    page = html(document)
    assert page.count('class="notice"') == 2
    assert "Illustration, sheet" in page.partition("<h1>")[0].partition("<body>")[2]
    assert re.search(r"@page\{@top-center\{content:\"Illustration, sheet", page)


def test_r18_the_second_case_says_nothing_of_the_first(brief_of: Any) -> None:
    page = html(brief_of("two-towns-water", "first", "second")[2])
    text = re.sub(r"base64,[A-Za-z0-9+/=]+", "", page)
    assert not re.search(r"iraq|united states|american|washington|baghdad", text, re.IGNORECASE)


def test_words_written_the_other_way_round_are_set_apart_and_marked() -> None:
    assert str(bidi("the gate البوابة القديمة opens", "ar")) == (
        'the gate <bdi dir="rtl" lang="ar">البوابة القديمة</bdi> opens'
    )
    assert str(bidi("<b>", "")) == "&lt;b&gt;"


def test_a_text_of_the_case_can_break_out_of_nothing(brief_of: Any) -> None:
    document = brief_of("two-towns-water", "first")[2]
    hostile = '</style><script>alert(1)</script>"}<img src=x onerror=y>\\'
    page = html(replace(document, title=hostile, notices=(hostile,)))
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("</style>") == 1


def test_only_the_type_that_the_text_needs_is_inside(brief_of: Any) -> None:
    document = brief_of("two-towns-water", "first")[2]
    assert "font-family:'Hiwar Serif'" in html(document)
    assert "font-family:'Hiwar Naskh'" not in html(document)
    assert "font-family:'Hiwar Naskh'" in html(replace(document, subtitle="ميلهيفن"))
