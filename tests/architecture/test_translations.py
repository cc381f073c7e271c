"""Has every sentence that can be translated its English, and is the compiled file of today?"""

from tests.translating.__main__ import problems


def test_no_sentence_is_missing_doubtful_or_left_over():
    assert problems() == []
