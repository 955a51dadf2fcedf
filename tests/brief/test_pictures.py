import re

from hiwar.brief.pictures import svg

SPEC = {
    "data": {"values": [{"name": "a", "size": 1}, {"name": "b", "size": 2}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "size", "type": "quantitative"},
        "y": {"field": "name", "type": "nominal"},
        "color": {"field": "size", "type": "quantitative"},
    },
    "config": {"font": "Hiwar Chart"},
}


def test_a_picture_is_the_same_each_time_and_tells_what_it_shows() -> None:
    drawn = svg(SPEC, anchor="p", title="Sizes <1>", description="a < b")
    assert drawn == svg(SPEC, anchor="p", title="Sizes <1>", description="a < b")
    assert '<title id="p-title">Sizes &lt;1&gt;</title><desc id="p-desc">a &lt; b</desc>' in drawn
    assert 'role="img"' in drawn


def test_ids_inside_two_pictures_do_not_meet() -> None:
    first, second = (svg(SPEC, anchor=name, title="t", description="d") for name in ("p", "q"))
    ids = [set(re.findall(r'\bid="([^"]+)"', drawn)) for drawn in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_words_are_set_in_the_type_of_the_page() -> None:
    assert 'font-family="Hiwar Chart"' in svg(SPEC, anchor="p", title="t", description="d")


def test_a_name_of_three_lines_stands_in_the_middle_of_its_row() -> None:
    spec = {
        "data": {"values": [{"name": "a\nb\nc", "size": 1}]},
        "mark": "bar",
        "encoding": {
            "x": {"field": "size", "type": "quantitative"},
            "y": {"field": "name", "type": "nominal", "axis": {"labelExpr": "split(datum.label, '\\n')"}},
        },
        "height": 90,
    }
    drawn = svg(spec, anchor="p", title="t", description="d")
    name = re.search(r'translate\([-\d.]+,([\d.]+)\)"[^>]*><tspan>a', drawn)
    assert name is not None
    assert 33 <= float(name.group(1)) <= 37  # the row's middle is 45, two lines of 12 below the first
