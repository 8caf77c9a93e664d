"""Text in, sentences, words and phrases out."""

from copydesk.language.boundaries import sentences
from copydesk.language.identify import identify
from copydesk.language.lexicons import LANGUAGES, lexicon, stopwords
from copydesk.language.tokens import stem, words

__all__ = ["LANGUAGES", "identify", "lexicon", "sentences", "stem", "stopwords", "words"]
