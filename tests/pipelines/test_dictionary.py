"""The data dictionary says what the models say."""

from pipelines.dictionary import PATH, dictionary


def test_the_dictionary_is_up_to_date():
    assert PATH.read_text() == dictionary(), "Run `make docs` and commit the result."


def test_every_shared_meaning_is_written_out():
    assert "{{" not in dictionary()
