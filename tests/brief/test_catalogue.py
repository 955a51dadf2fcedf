import pytest

from hiwar.brief import Catalogue, CatalogueError, catalogue, languages


def test_english_is_there() -> None:
    assert "en" in languages()
    assert catalogue("en")("words.and", first="bread", last="salt") == "bread and salt"


def test_a_missing_message_is_an_error_not_an_empty_sentence() -> None:
    with pytest.raises(CatalogueError, match="no message 'parties-nonsense'"):
        catalogue("en")("parties.nonsense")


def test_a_missing_value_is_an_error_not_a_gap_in_the_sentence() -> None:
    with pytest.raises(CatalogueError, match="last"):
        catalogue("en")("words.and", first="bread")


def test_a_language_without_catalogue_is_refused_by_name() -> None:
    with pytest.raises(CatalogueError, match=r"no catalogue for 'tlh'; there is: .*en"):
        catalogue("tlh")


@pytest.mark.parametrize(
    ("source", "message"), [("a = x\na = y\n", "written twice: a"), ("a = {\n", "not a message")], ids=["twice", "junk"]
)
def test_a_catalogue_written_wrongly_is_refused(source: str, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        Catalogue("en", (source,))


def test_two_files_may_not_hold_the_same_message() -> None:
    with pytest.raises(CatalogueError, match="written twice: a"):
        Catalogue("en", ("a = x\n", "a = y\n"))
